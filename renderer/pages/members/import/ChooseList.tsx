import { Button, FileButton, Group, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { Note } from '../../../components/Note.tsx';
import { Refusal } from '../../../components/Refusal.tsx';
import { useText } from '../../../text/use-text.ts';
import { decodeFile, MOST_BYTES, type ReadList, readList } from './read-list.ts';

type Trouble = 'importUnreadable' | 'importTooLarge';

export function ChooseList(props: { onChosen: (list: ReadList) => void; busy: boolean; error: Error | null }) {
  const { onChosen, busy, error } = props;
  const t = useText('members');
  const [pasted, setPasted] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const readFile = async (file: File | null) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setTrouble('importTooLarge');
      return;
    }
    const text = decodeFile(new Uint8Array(await file.arrayBuffer()));
    setTrouble(text === null ? 'importUnreadable' : null);
    if (text !== null) onChosen(readList(text));
  };
  return (
    <div className="stack gap-3">
      <p className="muted">{t('importHint')}</p>
      <div>
        <FileButton onChange={(file) => void readFile(file)} accept=".csv,.txt,.vcf,text/csv,text/plain,text/vcard">
          {(button) => (
            <Button {...button} leftSection={<IconFile size={20} stroke={1.75} aria-hidden="true" />} data-autofocus>
              {t('importFile')}
            </Button>
          )}
        </FileButton>
      </div>
      {trouble && (
        <Note tone="warn" lamp="needsYou" announce>
          {t(trouble)}
        </Note>
      )}
      <Textarea
        label={t('importPaste')}
        description={t('importPasteHint')}
        placeholder={'Namn\tMobil\tE-post\tEtiketter'}
        rows={8}
        value={pasted}
        onChange={({ currentTarget }) => setPasted(currentTarget.value)}
      />
      <Refusal error={error} />
      <Group justify="flex-end">
        <Button
          variant="filled"
          disabled={pasted.trim() === ''}
          loading={busy}
          onClick={() => onChosen(readList(pasted))}
        >
          {t('importLook')}
        </Button>
      </Group>
    </div>
  );
}
