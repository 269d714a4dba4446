/** Colours by meaning (Okabe and Ito: safe for colour-blind readers). Never the only sign of a difference. */
export const meaningColours = {
  online: '#0072B2',
  private: '#AA4499',
  public: '#D55E00',
  unclassified: '#767676',
  felt: '#009E73',
  partner: '#56B4E9',
  all: '#3D2C8D',
} as const;

/**
 * Hot and cold cells by significance class: 1, 5 and 10 in 100 as dark, middle and light, L* 31, 50 and 68, and 86 where
 * there are records and nothing else, so that a grey print tells them apart and from the ground.
 */
export const binColours: Readonly<Record<string, string>> = {
  '3': '#8A2400',
  '2': '#C55600',
  '1': '#DA976C',
  '0': '#DBD7D2',
  '-1': '#8DAABE',
  '-2': '#3F7DA8',
  '-3': '#004B83',
};
