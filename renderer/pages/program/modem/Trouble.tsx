import { Link } from 'wouter';
import { outboxSummary } from '../../../../electron/contract/broadcasts.ts';
import type { LineItem } from '../../../../electron/contract/lines.ts';
import { useLive } from '../../../api/use-live.ts';
import { LampList } from '../../../components/Lamp.tsx';
import { useText } from '../../../text/use-text.ts';

type Stopped = Exclude<LineItem['state'], 'ready' | 'starting' | 'needs-pin'>;
const steps = ['one', 'two', 'three'] as const;

/** What she does with her hands, step by step. */
export function DoThis({ state }: { state: Stopped }) {
  const t = useText('modem');
  return (
    <section>
      <h2>{t('steps.title')}</h2>
      <ol className="modem-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <b aria-hidden="true">{index + 1}</b>
            <span>{t(`steps.${state}.${step}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What happens with all that waits while the way is broken. */
export function Meanwhile() {
  const t = useText('modem');
  const summary = useLive(outboxSummary, {});
  const { queued = 0, unknown = 0 } = summary.data ?? {};
  return (
    <section className="stack">
      <h2>{t('meanwhile')}</h2>
      <LampList
        items={[
          { key: 'queued', kind: 'waits', text: queued > 0 ? t('queued', { count: queued }) : t('queuedNone') },
          ...(unknown > 0
            ? [
                {
                  key: 'unknown',
                  kind: 'unknown' as const,
                  text: (
                    <>
                      {t('unknown', { count: unknown })} <Link href="/inbox">{t('settle')}</Link>
                    </>
                  ),
                },
              ]
            : []),
          { key: 'kept', kind: 'onItsWay', text: t('kept') },
        ]}
      />
    </section>
  );
}

export function PinKnowledge() {
  const t = useText('modem');
  const summary = useLive(outboxSummary, {});
  const queued = summary.data?.queued ?? 0;
  return (
    <section className="stack">
      <h2>{t('goodToKnow')}</h2>
      <LampList
        items={[
          { key: 'three', kind: 'needsYou', text: t('know.three') },
          { key: 'never', kind: 'onItsWay', text: t('know.never') },
          { key: 'letter', kind: 'todo', text: t('know.letter') },
          ...(queued > 0
            ? [{ key: 'waiting', kind: 'waits' as const, text: t('know.waiting', { count: queued }) }]
            : []),
        ]}
      />
    </section>
  );
}
