import { Table, Text, Title } from '@mantine/core';
import type { Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { pictureAddress } from './pages.ts';

/**
 * Shows Markdown tokens, as far as our own papers use them; anything else is shown as it is written, and HTML is never
 * run. Links are shown as their words: nothing in the window leads out of it.
 */
export function Markdown({ tokens }: { tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes while it is shown
        <Fragment key={index}>{block(token as Tokens.Generic)}</Fragment>
      ))}
    </>
  );
}

function block(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, text } = token as unknown as Tokens.Heading;
      // The panel's own title is of the second level.
      return (
        <Title order={depth >= 3 ? 4 : 3} size={depth >= 3 ? 'h6' : 'h5'} mt="sm" mb={4}>
          {text}
        </Title>
      );
    }
    case 'paragraph':
      return (
        <Text size="sm" mb="xs" component="div">
          {inline(token.tokens)}
        </Text>
      );
    case 'list': {
      const { ordered, items } = token as unknown as Tokens.List;
      const List = ordered ? 'ol' : 'ul';
      return (
        <List className="help-list">
          {items.map(({ text, tokens }) => (
            <li key={text}>{inline(tokens)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return <MarkdownTable table={token as unknown as Tokens.Table} />;
    case 'space':
      return null;
    default:
      return token.raw;
  }
}

function inline(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes while it is shown
    <Fragment key={index}>{one(token)}</Fragment>
  ));
}

function one(token: Tokens.Generic): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'codespan':
      return <code>{token['text'] as string}</code>;
    case 'image': {
      const { href, text } = token as unknown as Tokens.Image;
      const address = pictureAddress(href);
      return address === undefined ? (
        text
      ) : (
        <img src={address} alt={text} className="help-picture" />
      );
    }
    case 'text':
    case 'link':
    case 'paragraph':
      return token.tokens === undefined ? (token['text'] as string) : inline(token.tokens);
    default:
      return token.raw;
  }
}

function MarkdownTable({ table: { header, rows } }: { table: Tokens.Table }) {
  return (
    <div className="scroll-x">
      <Table verticalSpacing={4} mb="xs">
        <Table.Thead>
          <Table.Tr>
            {header.map(({ text, tokens }) => (
              <Table.Th key={text}>{inline(tokens)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.map(({ text }) => text).join('|')}>
              {row.map(({ text, tokens }) => (
                <Table.Td key={text}>{inline(tokens)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
