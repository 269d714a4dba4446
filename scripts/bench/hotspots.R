# Peers in R, each where its package is installed. Arguments: folder, seconds a job may take. Prints one line a job:
# name, tab, user CPU seconds (or "over" where it took too long, "missing" without the package), tab, a figure to check.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
limit <- as.numeric(arguments[2])

timed <- function(name, package, work) {
  if (!requireNamespace(package, quietly = TRUE)) {
    cat(name, "missing", "", sep = "\t"); cat("\n"); return(invisible())
  }
  before <- proc.time()
  figure <- tryCatch({
    setTimeLimit(elapsed = limit, transient = TRUE)
    on.exit(setTimeLimit(elapsed = Inf))
    work()
  }, error = function(problem) NULL)
  setTimeLimit(elapsed = Inf)
  used <- proc.time() - before
  seconds <- if (is.null(figure)) "over" else sprintf("%.4f", used[["user.self"]])
  cat(name, seconds, if (is.null(figure)) "" else format(figure, digits = 15), sep = "\t"); cat("\n")
}

read <- function(name, columns) {
  path <- file.path(folder, name)
  matrix(readBin(path, "double", n = file.size(path) / 8), ncol = columns)
}

counts <- read("counts.bin", 1)[, 1]
side <- sqrt(length(counts))
centres <- cbind(rep(seq_len(side), side), rep(seq_len(side), each = side)) * 250

weights <- NULL
timed("neighbours", "spdep", function() {
  near <- spdep::dnearneigh(centres, 0, 375)
  weights <<- spdep::nb2listw(spdep::include.self(near), style = "B")
  sum(spdep::card(near))
})
timed("gi-star", "spdep", function() {
  z <- as.numeric(spdep::localG(counts, weights))
  writeBin(z, file.path(folder, "z.bin"))
  max(z)
})
timed("local-moran", "spdep", function() {
  plain <- spdep::nb2listw(spdep::dnearneigh(centres, 0, 375), style = "W")
  max(spdep::localmoran(counts, plain)[, "Ii"])
})
for (size in c("small", "middle", "large")) {
  path <- file.path(folder, paste0("points-", size, ".bin"))
  if (!file.exists(path)) next
  points <- read(basename(path), 2)
  timed(paste0("dbscan-", size), "dbscan", function() {
    found <- dbscan::dbscan(points, eps = 50, minPts = 20)
    max(found$cluster)
  })
  timed(paste0("kde-", size), "spatstat.explore", function() {
    window <- spatstat.geom::owin(c(0, 60000), c(0, 60000))
    pattern <- spatstat.geom::ppp(points[, 1], points[, 2], window = window, check = FALSE)
    surface <- spatstat.explore::density.ppp(pattern, sigma = 500 / sqrt(8), kernel = "quartic", edge = FALSE, dimyx = 600)
    max(surface$v)
  })
  timed(paste0("nearest-", size), "spatstat.geom", function() {
    pattern <- spatstat.geom::ppp(points[, 1], points[, 2], window = spatstat.geom::owin(c(0, 60000), c(0, 60000)), check = FALSE)
    mean(spatstat.geom::nndist(pattern))
  })
}
clusters <- function(name, file, eps, fewest) {
  points <- read(file, 2)
  timed(name, "dbscan", function() max(dbscan::dbscan(points, eps = eps, minPts = fewest)$cluster))
}
clusters("dbscan-published", "points-published.bin", 50, 20)
clusters("dbscan-wide", "points-large.bin", 150, 10)
