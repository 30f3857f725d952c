import { Select, TextInput } from '@mantine/core';
import { IconSearch, IconTag } from '@tabler/icons-react';
import { listLabels, listMembers } from '../../../electron/contract/members.ts';
import { useLive } from '../../api/use-live.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { askFor, type MemberQuery } from './use-member-rows.ts';

export function MemberFilters(props: {
  query: MemberQuery;
  typed: string;
  onType: (typed: string) => void;
  onLabel: (label: string | null) => void;
}) {
  const { query, typed, onType, onLabel } = props;
  const t = useText('members');
  const format = useFormat();
  const labels = useLive(listLabels, { bookId: query.bookId });
  const list = useLive(listMembers, askFor(query, 0), { keepPrevious: true });
  return (
    <search className="member-filters">
      <TextInput
        className="search"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={20} stroke={1.75} aria-hidden="true" />}
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      {labels.data && labels.data.length > 0 && (
        <Select
          className="pick"
          aria-label={t('label')}
          placeholder={t('label')}
          leftSection={<IconTag size={20} stroke={1.75} aria-hidden="true" />}
          data={labels.data.map(({ label, members }) => ({ value: label, label: `${label} ${members}` }))}
          value={query.label}
          onChange={onLabel}
          clearable
          clearButtonProps={{ 'aria-label': t('allLabels') }}
        />
      )}
      <span role="status" className="sm quiet num push shown">
        {list.data && t('shown', { count: list.data.total, replace: { count: format.number(list.data.total) } })}
      </span>
    </search>
  );
}
