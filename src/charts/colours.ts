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

/** Hot and cold cells by significance class: 1, 5 and 10 in 100 as dark, middle and light. */
export const binColours: Readonly<Record<string, string>> = {
  '3': '#9A2A00',
  '2': '#D55E00',
  '1': '#F2A979',
  '0': '#E9E4DF',
  '-1': '#A9CBE3',
  '-2': '#4C94C7',
  '-3': '#00508A',
};
