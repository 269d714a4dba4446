/** A number of the profile with a name of its own, so that text, findings and versions can rest on it. */
export interface LiveFigure {
  /** `public.hot-cells`: the same id is the same question in every version. */
  readonly id: string;
  /** Number of the section that the figure belongs to. */
  readonly section: number;
  /** For the list to choose from: "Public-space hot cells". */
  readonly label: string;
  /** null where the evidence cannot give it; `text` then says so. */
  readonly value: number | null;
  /** As it stands in a sentence: "42", "36.9 %". */
  readonly text: string;
  /** Period, date basis and unit. */
  readonly basis: string;
  /** Records that it rests on. */
  readonly n: number;
  /** What a headline must be read beside: last year, all recorded crime, similar forces. */
  readonly beside: readonly { readonly label: string; readonly text: string }[];
}
