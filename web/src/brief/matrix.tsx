import { glyphName } from '@entente/core/picture/glyph';
import { STANCES } from '@entente/core/vocabulary';
import type { BriefPage } from 'entente/http/app';
import { Glyph, VoiceMark } from '../shared/glyph.tsx';
import { Link } from '../shared/link.tsx';
import { cellAt, glyphOfCell } from './state.ts';
import { WORDS } from './words.ts';

/** The matrix, small: the actors and issues that matter most, each mark a link to its cell. */
export const SmallMatrix = ({ page, asOf }: { readonly page: BriefPage; readonly asOf: string | undefined }) => (
  <section aria-labelledby="who">
    <div className="section-head">
      <h2 id="who">{WORDS.who}</h2>
      <Link className="small" to={{ room: 'positions', query: asOf === undefined ? {} : { 'as-of': asOf } }}>
        {WORDS.toPositions}
      </Link>
    </div>
    <table className="mini">
      <thead>
        <tr>
          <td />
          {page.issues.map(({ id, label }) => (
            <th key={id} scope="col" dir="auto">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.actors.map((actor) => (
          <tr key={actor.id}>
            <th scope="row" dir="auto">
              {actor.name}
            </th>
            {page.issues.map((issue) => {
              const cell = cellAt(page.cells, actor.id, issue.id);
              return (
                <td key={issue.id}>
                  {cell === undefined ? (
                    <span className="quiet">
                      ·<span className="unseen">{WORDS.nothingSaid}</span>
                    </span>
                  ) : (
                    <Link
                      className="cell"
                      to={{
                        room: 'positions',
                        query: { actor: actor.id, issue: issue.id, ...(asOf !== undefined && { 'as-of': asOf }) },
                      }}
                      aria-label={`${glyphName(actor.name, glyphOfCell(cell))}${cell.contested ? `, ${WORDS.contested}` : ''}: ${issue.label}`}
                    >
                      <Glyph glyph={glyphOfCell(cell)} />
                      {cell.contested && <span className="contested" />}
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
    <ul className="legend">
      {STANCES.map((stance) => (
        <li key={stance}>
          <Glyph glyph={{ stance, voice: 'named', line: 'solid', suggested: false }} small />
          {WORDS.legend[stance]}
        </li>
      ))}
      <li>
        <span className="voice-of">
          <VoiceMark voice="anonymous" suggested={false} />
        </span>
        {WORDS.legend.anonymous}
      </li>
      <li>
        <span className="ground solid" /> {WORDS.legend.several}
      </li>
      <li>
        <span className="ground broken" /> {WORDS.legend.one}
      </li>
      {page.cells.some(({ basis }) => basis === 'suggested') && (
        <li>
          <Glyph glyph={{ stance: 'support', voice: 'named', line: 'none', suggested: true }} small />
          {WORDS.legend.suggested}
        </li>
      )}
    </ul>
    {page.more.actors + page.more.issues > 0 && (
      <p className="small quiet">{WORDS.whoMore(page.more.actors, page.more.issues)}</p>
    )}
  </section>
);
