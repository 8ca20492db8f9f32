import { hues } from '@/app/_ui/hues'
import { GalleryRow, GallerySection } from './GallerySection'

const surfaces = ['bg-canvas', 'bg-raised', 'bg-sunken', 'bg-hover', 'bg-accent-soft']

/** The surfaces with every text color on them, and the hues. */
export function Colors() {
  return (
    <GallerySection title="Tones">
      <div className="grid grid-cols-2 gap-2 md:grid-cols-5">
        {surfaces.map((surface) => (
          <div key={surface} className={`rounded-card border border-line p-3 ${surface}`}>
            <p className="font-medium">{surface.slice(3)}</p>
            <p className="text-muted">Muted</p>
            <p className="text-faint">Faint</p>
            <p className="text-accent-ink">Accent</p>
            <p className="text-danger-ink">Danger</p>
          </div>
        ))}
      </div>
      <GalleryRow>
        {hues.map((hue) => (
          <span
            key={hue}
            data-hue={hue}
            className="flex items-center gap-1.5 rounded-chip bg-tone-soft px-1.5 text-tone-ink"
          >
            <span className="size-2 rounded-full bg-tone" />
            {hue}
          </span>
        ))}
      </GalleryRow>
      <div>
        <p className="text-title font-semibold">A page’s title, 20 on 28</p>
        <p className="text-body">
          Long text, 15 on 24: Retry the request when the server says 409.
        </p>
        <p>Lists and cards, 13 on 20: Logger fails in runtime</p>
        <p className="text-xs text-muted tabular-nums">Counts, 11 on 16: 1,499</p>
      </div>
    </GallerySection>
  )
}
