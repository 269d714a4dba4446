const marks: Readonly<Record<string, readonly [string, string]>> = {
  online: ['●', '#0072B2'],
  private: ['■', '#AA4499'],
  public: ['▲', '#D55E00'],
  unclassified: ['–', '#767676'],
  'set-aside': ['–', '#767676'],
};

/** A space with its mark: colour and shape, and always the word. */
export function SpaceMark({ space, subtype = '' }: { space: string; subtype?: string }) {
  const [sign, color] = marks[space] ?? ['', 'inherit'];
  const words = space === 'set-aside' ? 'set aside' : space;
  return (
    <span className="unbroken">
      <span aria-hidden="true" style={{ color }}>
        {sign}
      </span>{' '}
      {words}
      {subtype === '' ? '' : `: ${subtype.replaceAll('-', ' ')}`}
    </span>
  );
}
