import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Listed } from '../app/Listed.tsx';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';

export interface ListedItem {
  readonly number: number;
  readonly label: string;
  readonly words: string;
  readonly below: string;
}

/** Items of one kind at the left, the chosen one's form at the right. */
export function ItemList(props: {
  title: string;
  about: string;
  items: readonly ListedItem[];
  chosen: number | null;
  choose: (number: number) => void;
  addLabel: string;
  add: () => Promise<void>;
  children: ReactNode;
}) {
  const { title, items, chosen } = props;
  const { canWrite } = useProfile();
  return (
    <div className="items">
      <div className="items-list">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text size="xs" c="dimmed" mb="xs">
          {props.about}
        </Text>
        <Button size="compact-md" disabled={!canWrite} onClick={() => void props.add()} mb="xs">
          {props.addLabel}
        </Button>
        <nav aria-label={title}>
          <Listed
            items={items}
            textOf={textOf}
            chosen={items.findIndex(({ number }) => number === chosen)}
          >
            {(shown) =>
              shown.map(({ number, label, words, below }) => (
                <UnstyledButton
                  key={number}
                  className="item-link"
                  aria-current={number === chosen ? 'true' : undefined}
                  onClick={() => props.choose(number)}
                >
                  <Text size="sm" lineClamp={3}>
                    <strong>{label}</strong> {words.trim() === '' ? t('items.blank') : words}
                  </Text>
                  <span className="item-below">{below}</span>
                </UnstyledButton>
              ))
            }
          </Listed>
        </nav>
      </div>
      <div className="items-form">{props.children}</div>
    </div>
  );
}

function textOf({ label, words, below }: ListedItem): string {
  return `${label} ${words} ${below}`;
}
