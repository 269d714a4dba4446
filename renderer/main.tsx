import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-600.css';
import '@mantine/core/styles.css';
import '@mantine/tiptap/styles.css';
import 'leaflet/dist/leaflet.css';
import './style.css';
import './narrow.css';
import './app/isolate.css';
import './explore/map.css';
import './profile/profile.css';
import './app/panes.css';
import { Accordion, Alert, createTheme, MantineProvider, PasswordInput } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Workbench } from './app/workbench.tsx';
import { language, t } from './words/t.ts';

const theme = createTheme({
  fontFamily: 'Inter, sans-serif',
  primaryColor: 'accent',
  respectReducedMotion: true,
  primaryShade: { light: 7, dark: 5 },
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  components: {
    // While a panel grows, what is in it moves away from under a click.
    Accordion: Accordion.extend({ defaultProps: { transitionDuration: 0 } }),
    // Mantine's own titles in the colour of the alert fall short of a contrast of 4.5.
    Alert: Alert.extend({ styles: { title: { color: 'var(--mantine-color-text)' } } }),
    // Mantine's own name for it is English.
    PasswordInput: PasswordInput.extend({
      defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('unlock.show') } },
    }),
  },
  colors: {
    accent: [
      '#EFEDF9',
      '#DAD6F0',
      '#B9B2E2',
      '#978CD4',
      '#7A6DC7',
      '#6556BB',
      '#4E3FA5',
      '#3D2C8D',
      '#322475',
      '#271C5C',
    ],
  },
});

/** The nonce that the shell writes into the page on each load, for the styles that Mantine adds. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

document.documentElement.lang = language;

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <Workbench>
        <App />
      </Workbench>
    </MantineProvider>,
  );
}
