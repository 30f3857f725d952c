import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { useFormat } from '../text/use-text.ts';
import './small-chart.css';

export interface MonthCount {
  /** Any moment in the month, epoch milliseconds. */
  at: number;
  joined: number;
  left: number;
}

/** Joined upwards, left downwards, a bar per month. The same numbers stand in a table for those who listen. */
export function SmallChart(props: { months: readonly MonthCount[]; joined: string; left: string; caption: string }) {
  const { months, joined, left, caption } = props;
  const format = useFormat();
  const data = months.map((month) => ({ month: format.month(month.at), joined: month.joined, left: -month.left }));
  return (
    <figure className="small-chart" aria-label={caption}>
      <div aria-hidden="true">
        <BarChart
          h={96}
          data={data}
          dataKey="month"
          type="stacked"
          series={[
            { name: 'joined', label: joined, color: 'var(--sb-fill-in)' },
            { name: 'left', label: left, color: 'var(--sb-fill-out)' },
          ]}
          withYAxis={false}
          withTooltip={false}
          gridAxis="none"
          tickLine="none"
          xAxisProps={{ interval: 'equidistantPreserveStart', tickMargin: 0, height: 32 }}
          yAxisProps={{ domain: ['dataMin', 'dataMax'] }}
          barChartProps={{ stackOffset: 'sign', barCategoryGap: '30%', accessibilityLayer: false }}
          referenceLines={[{ y: 0, color: 'var(--sb-line-strong)' }]}
        />
      </div>
      <table className="hidden-words">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{joined}</th>
            <th scope="col">{left}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.at}>
              <th scope="row">{format.longMonth(month.at)}</th>
              <td>{month.joined}</td>
              <td>{month.left}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
