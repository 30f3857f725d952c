import type { Member } from '../../../electron/contract/members.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useText } from '../../text/use-text.ts';
import type { ForAll } from './use-for-all.ts';

export type SureKind = 'remove' | 'block' | 'decline';

/** The question before many are removed, blocked or declined: how many, what they lose, and what stays. */
export function SureDialog(props: {
  kind: SureKind;
  status: Member['status'];
  count: number;
  progress: Pick<ForAll, 'busy' | 'done' | 'error'>;
  onKeep: () => void;
  onConfirm: () => void;
}) {
  const { kind, status, count, progress, onKeep, onConfirm } = props;
  const t = useText('members');
  const leftTexts = { unsubscribed: 'removeTextLeft', blocked: 'removeTextBlocked' } as const;
  const removeText = status === 'unsubscribed' || status === 'blocked' ? leftTexts[status] : 'removeText';
  return (
    <ConfirmDialog
      opened
      title={t(`${kind}Title`, { count })}
      keep={t(`${kind}Keep`)}
      onKeep={onKeep}
      outcome={t(`${kind}Do`, { count })}
      onConfirm={onConfirm}
      busy={progress.busy}
      error={progress.error}
    >
      {t(kind === 'remove' ? removeText : `${kind}Text`)}
      {progress.busy && progress.done > 0 && (
        <p className="num" role="status">
          {t('working', { done: progress.done, total: count })}
        </p>
      )}
    </ConfirmDialog>
  );
}
