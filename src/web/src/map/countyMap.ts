import { defaults as defaultControls } from 'ol/control/defaults';
import ScaleLine from 'ol/control/ScaleLine';
import type { FeatureLike } from 'ol/Feature';
import { defaults as defaultInteractions } from 'ol/interaction/defaults';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom';
import VectorTileLayer from 'ol/layer/VectorTile';
import Map from 'ol/Map';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj';
import type RenderFeature from 'ol/render/Feature';
import type VectorTileSource from 'ol/source/VectorTile';
import View from 'ol/View';
import type { LonLat } from '../api/shapes.ts';
import { AnswerLayer } from './answerLayer.ts';
import { isShown, type Collection } from './collections.ts';
import { countyTiles, LastTileZoom, type TileEvents } from './countyTiles.ts';
import { findExtent } from './extentSearch.ts';
import { LabelPlaces, type Extent } from './labelPlaces.ts';
import { Labels } from './labels.ts';
import { Popup } from './popup.ts';
import type { Choropleth } from './style/choropleth.ts';
import { MapStyle } from './style/mapStyle.ts';
import { WayNames } from './wayNames.ts';

/** Collections that are fetched and drawn as one, and where they lie: answers come between the ground and the points. */
const TileGroups: readonly { readonly collections: readonly Collection[]; readonly zIndex: number }[] = [
  { collections: ['grounds', 'areas', 'grids', 'compounds', 'buildings', 'ways'], zIndex: 0 },
  { collections: ['lanes'], zIndex: 5 },
  { collections: ['micro-grids'], zIndex: 6 },
  { collections: ['gates', 'service-points'], zIndex: 35 },
];
const HitTolerancePx = 5;
const FlightMs = 380;
const SnapToWhole = 0.01;

/** What the page wants to know from the map. */
export interface MapEvents {
  clicked(at: LonLat, features: readonly FeatureLike[]): void;
  moved(centre: LonLat, zoom: number): void;
  reached(isReached: boolean): void;
  /** A part of the map was refused by the server. */
  refused(): void;
  /** Tiles with OpenStreetMap data came in. */
  osmShown(): void;
}

/** The map of the county: tiles, labels and answers in one view. */
export class CountyMap {
  readonly answers = new AnswerLayer();
  readonly popup = new Popup();
  private readonly wayNames = new WayNames();
  private readonly style = new MapStyle((feature) => this.wayNames.carries(feature));
  private readonly places = new LabelPlaces();
  private readonly labels: Labels;
  private readonly map: Map;
  private readonly tileLayers: readonly VectorTileLayer<VectorTileSource, RenderFeature>[];
  private toggled: readonly string[] = [];
  private refreshQueued = false;
  private drawnFeatures = 0;

  constructor(
    private readonly target: HTMLElement,
    private readonly events: MapEvents,
    percent: (share: number | null) => string,
  ) {
    const tileEvents = this.tileEvents();
    this.labels = new Labels(this.places, percent);
    this.tileLayers = TileGroups.map(
      ({ collections, zIndex }) =>
        new VectorTileLayer({
          source: countyTiles(collections, tileEvents, this.wayNames),
          style: this.style.of,
          declutter: true,
          zIndex,
          renderBuffer: 60,
        }),
    );
    this.map = new Map({
      target,
      layers: [...this.tileLayers, ...this.answers.layers, this.labels.layer],
      overlays: [this.popup.overlay],
      // Tiles are sharpest at whole zooms: the wheel ends there, only fitting to something ends in between.
      interactions: defaultInteractions({ mouseWheelZoom: false }).extend([
        new MouseWheelZoom({ constrainResolution: true }),
      ]),
      controls: defaultControls({ zoom: false, rotate: false, attribution: false }).extend([
        new ScaleLine({ units: 'metric', minWidth: 90, target: 'scale' }),
      ]),
      view: new View({
        center: fromLonLat([118.5, 25.2]),
        zoom: 12,
        minZoom: 5,
        maxZoom: 20,
        enableRotation: false,
        constrainResolution: false,
      }),
    });
    this.listen();
  }

  /** Goes to a place; without a zoom the present one stays. */
  goTo(centre: LonLat, zoom: number | null): void {
    this.map.getView().setCenter(fromLonLat([...centre]));
    if (zoom !== null) {
      this.map.getView().setZoom(zoom);
    }
  }

  /** Shows the whole of bounds in degrees (west, south, east, north). */
  fitBounds(bounds: readonly number[], isFlown: boolean): void {
    this.fit(transformExtent([...bounds], 'EPSG:4326', 'EPSG:3857'), 17, isFlown);
  }

  /** Shows the whole of the answer if a part of it is out of view. */
  fitAnswer(): void {
    const extent = this.answers.extent;
    const view = this.viewExtent();
    const isInView =
      extent !== null &&
      (extent[0] ?? 0) >= view[0] &&
      (extent[1] ?? 0) >= view[1] &&
      (extent[2] ?? 0) <= view[2] &&
      (extent[3] ?? 0) <= view[3];
    if (extent !== null && !isInView) {
      this.fit(extent, 17.5, true);
    }
  }

  /** Shows the polygon of a code, which may lie where no tile has been asked for yet. */
  async showCode(collection: Collection, code: string, bounds: readonly number[] | null): Promise<void> {
    const extent =
      this.places.extentOf(collection, code) ??
      (bounds === null
        ? null
        : await findExtent(collection, code, transformExtent([...bounds], 'EPSG:4326', 'EPSG:3857')));
    if (extent !== null) {
      this.fit([...extent], 16.2, true);
    }
  }

  /** Goes whole zooms in (positive) or out, from a zoom in between to the next whole one. */
  zoomBy(steps: number): void {
    const whole = steps > 0 ? Math.floor(this.zoom + SnapToWhole) : Math.ceil(this.zoom - SnapToWhole);
    this.map.getView().animate({ zoom: whole + steps, duration: 180 });
  }

  get centre(): LonLat {
    const [lon = 0, lat = 0] = toLonLat(this.map.getView().getCenter() ?? [0, 0]);
    return [lon, lat];
  }

  get zoom(): number {
    return this.map.getView().getZoom() ?? 12;
  }

  showLayers(toggled: readonly string[]): void {
    this.toggled = toggled;
    this.style.showLayers(toggled);
    TileGroups.forEach(({ collections }, index) => {
      this.tileLayers[index]?.setVisible(collections.some((collection) => isShown(collection, toggled)));
    });
    this.redraw();
  }

  showChoropleth(choropleth: Choropleth | null): void {
    this.style.showChoropleth(choropleth);
    this.labels.showChoropleth(choropleth);
    this.target.dataset['choropleth'] = choropleth === null ? '' : choropleth.collection;
    this.redraw();
  }

  /** Asks for all tiles again, as after a lost connection. */
  reload(): void {
    for (const layer of this.tileLayers) {
      layer.getSource()?.refresh();
    }
  }

  /** Tells the map that the room it is drawn in has changed. */
  resize(): void {
    this.map.updateSize();
  }

  refreshLabels(): void {
    const view = this.map.getView();
    const zoom = view.getZoom();
    if (zoom === undefined || this.map.getSize() === undefined) {
      return;
    }

    const tileZoom = this.tileZoom();
    this.labels.refresh(tileZoom, zoom, this.viewExtent(), this.toggled);
  }

  private redraw(): void {
    for (const layer of this.tileLayers) {
      layer.changed();
    }

    this.refreshLabels();
  }

  private tileZoom(): number {
    const source = this.tileLayers[0]?.getSource();
    const resolution = this.map.getView().getResolution();
    const grid = source?.getTileGrid();
    return grid && resolution !== undefined
      ? Math.min(grid.getZForResolution(resolution, source?.zDirection), LastTileZoom)
      : 0;
  }

  private viewExtent(): Extent {
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = this.map.getView().calculateExtent(this.map.getSize());
    return [minX, minY, maxX, maxY];
  }

  private fit(extent: number[], maxZoom: number, isFlown: boolean): void {
    this.map
      .getView()
      .fit(extent, { padding: [56, 56, 64, 56], maxZoom, ...(isFlown ? { duration: FlightMs } : {}) });
  }

  private tileEvents(): TileEvents {
    return {
      loaded: (zoom, tile, features, pieces, hasOsm) => {
        this.places.add(zoom, tile, pieces);
        this.drawnFeatures += features;
        this.target.dataset['features'] = String(this.drawnFeatures);
        this.events.reached(true);
        this.queueLabels();
        if (hasOsm) {
          this.events.osmShown();
        }
      },
      failed: (reached) => {
        if (reached) {
          this.events.refused();
        } else {
          this.events.reached(false);
        }
      },
    };
  }

  private queueLabels(): void {
    if (!this.refreshQueued) {
      this.refreshQueued = true;
      window.setTimeout(() => {
        this.refreshQueued = false;
        this.refreshLabels();
      }, 60);
    }
  }

  private listen(): void {
    this.map.on('singleclick', (event) => {
      const [lon = 0, lat = 0] = toLonLat(event.coordinate);
      this.events.clicked(
        [lon, lat],
        this.map.getFeaturesAtPixel(event.pixel, { hitTolerance: HitTolerancePx }),
      );
    });
    this.map.on('moveend', () => {
      this.refreshLabels();
      this.events.moved(this.centre, this.zoom);
    });
    this.map.on('loadstart', () => {
      this.target.dataset['ready'] = 'false';
    });
    this.map.on('rendercomplete', () => {
      this.target.dataset['ready'] = 'true';
    });
    this.target.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target === this.target) {
        this.events.clicked(
          this.centre,
          this.map.getFeaturesAtPixel(this.map.getPixelFromCoordinate(fromLonLat([...this.centre]))),
        );
      }
    });
  }
}
