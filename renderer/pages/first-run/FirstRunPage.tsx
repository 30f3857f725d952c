import { useState } from 'react';
import { listBooks } from '../../../electron/contract/books.ts';
import { useLive } from '../../api/use-live.ts';
import { PracticeBand } from '../../shell/PracticeBand.tsx';
import { Strip } from '../../shell/Strip.tsx';
import { BookContext } from '../../shell/use-book.ts';
import { usePractising } from '../../shell/use-practising.ts';
import { useText } from '../../text/use-text.ts';
import { ModemStep } from './ModemStep.tsx';
import { NameStep } from './NameStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { keptPlace, type Place, rememberPlace } from './place.ts';
import { StepList } from './StepList.tsx';
import { TryStep } from './TryStep.tsx';
import '../../shell/frame.css';
import './first-run.css';

/**
 * Four steps to a working book. The first one makes it, so closing anywhere leaves one behind; what is left undone is
 * said by the lamps and the settings. Also the way to one more book.
 */
export function FirstRunPage() {
  const t = useText('firstRun');
  const books = useLive(listBooks, {});
  const practising = usePractising();
  const [place, setPlace] = useState<Place>(() => keptPlace(sessionStorage));
  const go = (next: Place) => {
    rememberPlace(sessionStorage, next);
    setPlace(next);
  };
  if (!books.data) return null;
  const book = books.data.find(({ id }) => id === place.bookId) ?? null;
  const step = book ? place.step : 1;
  const to = (next: Place['step']) => go({ bookId: place.bookId, step: next });
  return (
    <BookContext value={book}>
      <title>{`${t('title')} · Samband`}</title>
      <div className="first-run">
        {practising && <PracticeBand />}
        <StepList step={step} name={book?.name ?? null} />
        <main>
          <div className="first-run-step" key={step}>
            <p className="muted">{t('step', { step })}</p>
            {step === 1 && (
              <NameStep first={books.data.length === 0} made={book} onDone={(bookId) => go({ bookId, step: 2 })} />
            )}
            {step === 2 && book && <ModemStep onBack={() => to(1)} onDone={() => to(3)} />}
            {step === 3 && book && <PeopleStep onBack={() => to(2)} onDone={() => to(4)} />}
            {step === 4 && book && (
              <TryStep onBack={() => to(3)} onDone={() => rememberPlace(sessionStorage, { bookId: null, step: 1 })} />
            )}
          </div>
        </main>
        {book && <Strip />}
      </div>
    </BookContext>
  );
}
