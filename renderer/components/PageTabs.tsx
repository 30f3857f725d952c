import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import './page-tabs.css';

/** The parts of one page, each with an address of its own; only the open one is drawn. */
export function PageTabs<Key extends string>(props: {
  label: string;
  value: Key;
  tabs: readonly { key: Key; words: ReactNode; content: ReactNode }[];
  onChange: (key: Key) => void;
  /** Stands beside every one of them. */
  beside?: ReactNode;
}) {
  const { label, value, tabs, onChange, beside } = props;
  const list = useRef<HTMLDivElement>(null);
  // Where the tabs scroll, the open one may stand outside.
  useEffect(() => {
    const open = list.current?.querySelector(`[role="tab"][aria-selected="true"]`);
    if (open && value) open.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [value]);
  return (
    <Tabs
      className="page-tabs"
      value={value}
      keepMounted={false}
      onChange={(chosen) => {
        const tab = tabs.find(({ key }) => key === chosen);
        if (tab) onChange(tab.key);
      }}
    >
      <Tabs.List ref={list} aria-label={label}>
        {tabs.map(({ key, words }) => (
          <Tabs.Tab key={key} value={key}>
            {words}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={beside ? 'page-tabs-body page-tabs-two' : 'page-tabs-body'}>
        <div>
          {tabs.map(({ key, content }) => (
            <Tabs.Panel key={key} value={key}>
              {content}
            </Tabs.Panel>
          ))}
        </div>
        {beside}
      </div>
    </Tabs>
  );
}
