import { IconCheck } from '@tabler/icons-react';
import { Mark } from '../../components/Mark.tsx';
import { useText } from '../../text/use-text.ts';

const steps = ['name', 'modem', 'people', 'try'] as const;

/** Where she is among the four; what is done has its tick. */
export function StepList({ step, name }: { step: number; name: string | null }) {
  const t = useText('firstRun');
  return (
    <nav className="first-run-rail" aria-label={t('steps')}>
      <div className="row first-run-mark">
        <Mark size={40} />
        <b>Samband</b>
      </div>
      <ol>
        {steps.map((key, index) => {
          const done = index + 1 < step;
          const now = index + 1 === step;
          return (
            <li
              key={key}
              className={done ? 'step-done' : now ? 'step-now' : undefined}
              aria-current={now ? 'step' : undefined}
            >
              <span className="step-number" aria-hidden="true">
                {done ? <IconCheck size={18} stroke={2.5} /> : index + 1}
              </span>
              <span className="step-words">
                <b>{t(`${key}.title`)}</b>
                {done && <span className="hidden-words">, {t('done')}</span>}
                <span className="sm muted">{key === 'name' && name ? name : t(`${key}.under`)}</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="sm quiet">{t('canClose')}</p>
    </nav>
  );
}
