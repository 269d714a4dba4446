import type { FailureCode } from '../../../contract/outcome.ts';
import { FailureError } from '../../../contract/outcome.ts';

/** The reference systems whose positions can be brought to the National Grid to the centimetre. */
export type ReferenceSystem = 'national-grid' | 'longitude-latitude' | 'web-mercator';

/** What a file says about its reference system: one of ours, another one by name, or nothing (null). */
export type DeclaredSystem = ReferenceSystem | { readonly other: string } | null;

/** A position as the file has it: degrees or metres, x before y. */
export type SourcePoint = readonly [number, number];
export type SourceRing = readonly SourcePoint[];
/** Rings of one polygon: its outside first, then its holes. */
export type SourcePolygon = readonly SourceRing[];

/** One area of a file, before its columns are understood. */
export interface SourceArea {
  /** The area's columns; null when it has none. */
  readonly properties: Readonly<Record<string, unknown>> | null;
  /** Null when the area has no polygon or its shape cannot be read. */
  readonly polygons: readonly SourcePolygon[] | null;
}

/** A boundary file as read, whatever its format. */
export interface BoundaryFile {
  /** The whole file, for its fingerprint. */
  readonly bytes: Buffer;
  /** The reference system the file names. */
  readonly system: DeclaredSystem;
  readonly areas: readonly SourceArea[];
  /** Stable codes of what the analyst should know about the reading. */
  readonly warnings: readonly string[];
}

/** What a reader of one format gives. */
export type BoundaryContent = Omit<BoundaryFile, 'bytes'>;

/** A failure to read a boundary file: `wrong-format` unless another code fits better. */
export function unreadableFile(
  message: string,
  remedy: string,
  code: FailureCode = 'wrong-format',
): FailureError {
  return new FailureError(code, message, remedy);
}

/** The failure of a file that was read well and holds no area. */
export function noAreas(): FailureError {
  return unreadableFile('The boundary file has no areas.', 'Export it again.', 'empty-file');
}
