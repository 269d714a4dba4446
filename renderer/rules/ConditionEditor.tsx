import { Button, Group, MultiSelect, Select, TagsInput } from '@mantine/core';
import type { RulesInForce } from '../../src/contract/rules.ts';
import type { Condition } from '../../src/domain/vawg/rule-set.ts';
import { t } from '../words/t.ts';
import { testChoices } from './rule-words.ts';

/** One condition: which field, how it is asked, and for which values. */
export function ConditionEditor(props: {
  number: number;
  condition: Condition;
  fields: RulesInForce['fields'];
  put: (condition: Condition) => void;
  drop: () => void;
}) {
  const { number, condition, fields, put } = props;
  const values = fields.find(({ field }) => field === condition.field)?.values ?? null;
  // A field of fixed values holds one of them whole: nothing "stands in" it.
  const tests = testChoices.filter(({ value }) => values === null || value !== 'contains');
  const setField = (field: string | null) => {
    if (field === null || field === condition.field) return;
    put({ field: field as Condition['field'], test: 'is', values: [] });
  };
  const shared = {
    'aria-label': t('condition.values', { number }),
    size: 'xs',
    flex: 1,
    miw: 220,
    value: [...condition.values],
    onChange: (chosen: string[]) => put({ ...condition, values: chosen }),
  };
  return (
    <Group gap="xs" align="start">
      <Select
        aria-label={t('condition.field', { number })}
        size="xs"
        w={280}
        searchable
        allowDeselect={false}
        data={fields.map(({ field, words }) => ({ value: field, label: words }))}
        value={condition.field}
        onChange={setField}
      />
      <Select
        aria-label={t('condition.test', { number })}
        size="xs"
        w={110}
        allowDeselect={false}
        data={tests}
        value={condition.test}
        onChange={(test) => test !== null && put({ ...condition, test })}
      />
      {values === null ? (
        <TagsInput {...shared} placeholder={t('condition.type')} />
      ) : (
        <MultiSelect
          {...shared}
          searchable
          data={[...values]}
          placeholder={t('condition.choose')}
        />
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('condition.remove', { number })}
        onClick={props.drop}
      >
        {t('common.remove')}
      </Button>
    </Group>
  );
}
