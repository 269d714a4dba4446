import type { Map as LeafletMap } from 'leaflet';

/** Keeps maps on the same place and zoom: whichever moves, the others follow. */
export class MapSync {
  readonly #maps = new Set<LeafletMap>();
  #isFollowing = false;

  /** Adds a map; returns the function that lets go of it. A map that joins takes the view of those there. */
  join(map: LeafletMap): () => void {
    const [first] = this.#maps;
    if (first !== undefined) map.setView(first.getCenter(), first.getZoom(), { animate: false });
    this.#maps.add(map);
    const follow = (): void => this.#follow(map);
    map.on('move zoomend', follow);
    return () => {
      map.off('move zoomend', follow);
      this.#maps.delete(map);
    };
  }

  #follow(leader: LeafletMap): void {
    // A follower that moves must not lead in turn.
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      for (const map of this.#maps) {
        if (map === leader) continue;
        map.setView(leader.getCenter(), leader.getZoom(), { animate: false });
      }
    } finally {
      this.#isFollowing = false;
    }
  }
}
