import { Button } from '@mantine/core';
import { useText } from '../../text/use-text.ts';

/** Its place is always there, so that nothing moves when something new has come. */
export function NewRow({ waiting, onShow }: { waiting: number; onShow: () => void }) {
  const t = useText('inbox');
  return (
    <div className="inbox-new" role="status">
      {waiting > 0 ? (
        <Button size="sm" onClick={onShow}>
          {t('showNew', { count: waiting })}
        </Button>
      ) : (
        <span className="sm quiet">{t('upToDate')}</span>
      )}
    </div>
  );
}
