/** The version of Action Ten that writes reports and audit entries. Held equal to package.json by a test. */
export const appVersion = '0.1.0';
