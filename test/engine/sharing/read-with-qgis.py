# What QGIS makes of a GeoPackage: a line of JSON a layer, and a picture of all with the styles in the file.
import json
import os
import sys

from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

path, picture, *names = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names]
for layer in layers:
    print(json.dumps({
        "name": layer.name(),
        "features": layer.featureCount(),
        "system": layer.crs().authid(),
        "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
        "title": layer.metadata().title(),
        "about": layer.metadata().abstract(),
    }))
settings = QgsMapSettings()
settings.setLayers(layers)
settings.setOutputSize(QSize(1000, 800))
settings.setBackgroundColor(QColor("white"))
settings.setDestinationCrs(layers[0].crs())
settings.setExtent(layers[-1].extent())
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
job.renderedImage().save(picture)
sys.stdout.flush()
# Its own way out crashes without a screen.
os._exit(0)
