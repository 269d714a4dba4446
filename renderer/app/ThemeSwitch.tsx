import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { t } from '../words/t.ts';

/** Switches between light and dark; the choice is remembered by Mantine. */
export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <Button
      size="compact-sm"
      variant="white"
      color="dark"
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {t(isDark ? 'theme.toLight' : 'theme.toDark')}
    </Button>
  );
}
