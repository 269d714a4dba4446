import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useContext } from 'react';
import { isStale } from '../../../src/domain/profile/stale.ts';
import { t } from '../../words/t.ts';
import { useProfile } from '../profile-work.tsx';
import { referenceOf } from './change-figures.ts';
import { FigureNode } from './editor-schema.ts';
import { PlaceContext } from './place.ts';

/** The figure as it stands in a sentence; one that no longer holds shows both values and what can be done. */
function FigureView({ node }: NodeViewProps) {
  const { figures, state, canWrite, settle } = useProfile();
  const where = useContext(PlaceContext);
  const reference = referenceOf(node.attrs);
  const { figure, accepted, keptAgainst } = reference;
  const live = figures.get(figure);
  const current = live?.text ?? '';
  const label = live?.label ?? figure;
  if (state === null || !isStale(reference, current)) {
    const isKept = state !== null && keptAgainst !== '' && current !== accepted;
    return (
      <NodeViewWrapper
        as="span"
        className={isKept ? 'live-figure kept' : 'live-figure'}
        title={t(isKept ? 'figure.kept' : 'figure.about', {
          label,
          basis: live?.basis ?? '',
          current,
        })}
      >
        {accepted}
      </NodeViewWrapper>
    );
  }
  const decide = async (decision: 'accept' | 'keep') => {
    if (where === null) return;
    const stale = { figure, accepted, current };
    if (await settle({ place: where.place, ...stale }, decision)) where.onSettled(stale, decision);
  };
  return (
    <NodeViewWrapper as="span" className="live-figure stale" title={t('figure.stale', { label })}>
      <del aria-label={t('figure.was', { accepted })}>{accepted}</del>{' '}
      <ins aria-label={t(current === '' ? 'figure.isNotGiven' : 'figure.isNow', { current })}>
        {current === '' ? t('figure.notGiven') : current}
      </ins>
      {canWrite && (
        <>
          {current !== '' && (
            <button
              type="button"
              aria-label={t('figure.acceptOne', { current, label })}
              onClick={() => void decide('accept')}
            >
              {t('figure.accept')}
            </button>
          )}
          <button
            type="button"
            aria-label={t('figure.keepOne', { accepted, label })}
            onClick={() => void decide('keep')}
          >
            {t('figure.keep')}
          </button>
        </>
      )}
    </NodeViewWrapper>
  );
}

export const FigureInText = FigureNode.extend({
  addNodeView() {
    return ReactNodeViewRenderer(FigureView);
  },
});
