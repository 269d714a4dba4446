import type { SharingLevel } from '../../domain/disclosure/levels.ts';
import type { GridPosition } from '../../domain/geography/cells.ts';

/** Polygons, each with its outer ring first and its holes after it; rings are not closed. */
export type Polygons = readonly (readonly (readonly GridPosition[])[])[];

/** Where a feature is, in British National Grid metres or in degrees (longitude first). */
export type FeatureGeometry =
  | { readonly kind: 'areas'; readonly polygons: Polygons }
  | { readonly kind: 'point'; readonly position: GridPosition };

export type FieldValue = string | number | boolean | null;

/** A property that a layer may hold; nothing else is written. */
export interface LayerField {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'integer' | 'real' | 'boolean';
}

export interface SafeFeature {
  readonly geometry: FeatureGeometry;
  /** One a field; a field that is not here is written as not given. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What travels with a layer, in every format that has a place for it. */
export interface LayerAbout {
  readonly title: string;
  readonly marking: string;
  readonly level: SharingLevel;
  readonly recipient: string;
  /** Null where the level needs none. */
  readonly agreement: string | null;
  /** Who decided on a lower threshold than the level's, and why; null where nobody did. */
  readonly decision: { readonly by: string; readonly why: string } | null;
  readonly force: string;
  /** In whole quarters, never finer. */
  readonly period: string;
  readonly rule: string;
  readonly method: string;
  readonly limits: readonly string[];
  readonly madeOn: string;
  readonly suppressedFeatures: number;
  /** Head of the audit log before this share: kept elsewhere it shows a log that was cut or written anew. */
  readonly auditHead: string;
}

/** A layer that may leave: made by the gate and by nothing else. */
export interface SafeLayer {
  readonly name: string;
  readonly about: LayerAbout;
  readonly fields: readonly LayerField[];
  /** In British National Grid metres. */
  readonly features: readonly SafeFeature[];
  readonly degreeDecimals: number;
}
