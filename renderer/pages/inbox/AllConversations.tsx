import type { InboxItem } from '../../../electron/contract/inbound.ts';
import { EmptyPage } from '../../components/EmptyPage.tsx';
import { useText } from '../../text/use-text.ts';
import { addressOfItem } from './ConvLink.tsx';
import { ItemLink } from './ItemLink.tsx';
import { NewRow } from './NewRow.tsx';
import { useCalmList } from './use-calm-list.ts';

/** Everyone who has written, each once, with their last words. */
export function AllConversations({ items, open }: { items: readonly InboxItem[]; open: string | null }) {
  const t = useText('inbox');
  const { shown, waiting, showAll } = useCalmList(items);
  const latest = new Map<string, InboxItem>();
  for (const item of shown) if (!latest.has(addressOfItem(item))) latest.set(addressOfItem(item), item);
  if (latest.size === 0) {
    return (
      <div className="inbox-scroll">
        <EmptyPage title={t('empty')}>{t('emptyText')}</EmptyPage>
      </div>
    );
  }
  return (
    <>
      <NewRow waiting={waiting} onShow={showAll} />
      <ul className="inbox-scroll">
        {[...latest].map(([address, item]) => (
          <li key={address}>
            <ItemLink item={item} open={open === address} />
          </li>
        ))}
      </ul>
    </>
  );
}
