import { useRoute } from 'preact-iso/router';
import type { UnitDetail } from '../../../schemas/service/index.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { CopyLink } from '../../components/copy-link.tsx';
import { Printed } from '../../components/printed.tsx';
import { unitWords } from '../../messages/unit.ts';
import { usePage } from '../../shell/page.ts';
import { withQuery } from '../../shell/query.ts';
import { Disclosures } from './disclosures.tsx';
import { FormCoverage } from './form-coverage.tsx';
import { SeriesOverYears } from './series-over-years.tsx';
import './unit.css';

/** One unit: its numbers over the years, what it disclosed, and which forms were in it. */
export function Unit() {
  const m = unitWords();
  const { unit = '' } = useRoute().params;
  usePage(unit);
  const asked = useAnswer<UnitDetail>(`/api/units/${encodeURIComponent(unit)}`);
  return (
    <div class="view unit-view">
      <Answered of={asked}>
        {(detail) => (
          <>
            <header>
              <h1>
                <Printed text={detail.unit} />
                {detail.regions.map((region) => (
                  <Printed key={region} class="unit-region" text={region} />
                ))}
              </h1>
              <div class="unit-links">
                <a href={withQuery('/', { unit: detail.unit })}>{m.unitFindings}</a>
                <CopyLink path={location.pathname + location.search} />
              </div>
            </header>
            <SeriesOverYears key={detail.unit} unit={detail.unit} />
            <Disclosures documents={detail.documents} />
            <FormCoverage detail={detail} />
          </>
        )}
      </Answered>
    </div>
  );
}
