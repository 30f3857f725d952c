import { Lamp } from '../../components/Lamp.tsx';
import { Refusal } from '../../components/Refusal.tsx';
import { useText } from '../../text/use-text.ts';

/** Says that what was just changed is kept, or why it is not. */
export function Saved({ saved, error }: { saved: boolean; error: Error | null }) {
  const t = useText('settings');
  return (
    <>
      <div role="status" className="sm muted saved-line">
        {saved && (
          <Lamp kind="works" size={16}>
            {t('saved')}
          </Lamp>
        )}
      </div>
      <Refusal error={error} />
    </>
  );
}
