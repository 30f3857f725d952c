import { PageFrame } from '../../shell/PageFrame.tsx';
import { useNow } from '../../text/use-now.ts';
import { useFormat, useText } from '../../text/use-text.ts';
import { AwaySection } from './AwaySection.tsx';
import { MembersNow } from './MembersNow.tsx';
import { NumberToText } from './NumberToText.tsx';
import { PendingSection } from './PendingSection.tsx';
import { SendingSection } from './SendingSection.tsx';
import { TodoSection } from './TodoSection.tsx';
import { useSentence } from './use-sentence.ts';
import './overview.css';

/** Is it working, is anything waiting for me, how do people join. */
export function OverviewPage() {
  const t = useText('overview');
  const format = useFormat();
  const now = useNow();
  const sentence = useSentence();
  return (
    <PageFrame
      name={t('title')}
      sentence={sentence ?? t('title')}
      tools={
        <span className="sm quiet num nowrap">
          {format.weekday(now)}, {format.clock(now)}
        </span>
      }
    >
      <div className="overview-top">
        <NumberToText />
        <MembersNow />
      </div>
      <div className="overview-low">
        <div className="stack gap-4">
          <TodoSection />
          <PendingSection />
        </div>
        <div className="overview-side">
          <SendingSection />
          <AwaySection />
        </div>
      </div>
    </PageFrame>
  );
}
