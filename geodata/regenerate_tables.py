# SPDX-License-Identifier: CC0-1.0
# Second half of regenerate.py: layers compiled by hand, routes, fences. Run by regenerate.py, not alone.

# ---------------------------------------------------------------- 8 ports, sea features, reef, watch areas
PORTS = [ # name, lat, lon, country, type, port of entry (None = not confirmed), UN/LOCODE, note
 ('Belize City - Port of Belize cargo pier', 17.4790, -88.2010, 'BZ', 'cargo', True, 'BZBZE', 'containers, lightering; pier about 0.7 km into the harbour'),
 ('Belize City - Fort Street Tourism Village', 17.4945, -88.1830, 'BZ', 'cruise tender', True, 'BZBZE', 'tender pier for cruise ships'),
 ('Belize City - cruise anchorage', 17.4560, -88.1150, 'BZ', 'anchorage', False, 'BZBZE', 'several nm ESE of the city; approximate'),
 ('Belize City - water taxi terminal', 17.4955, -88.1855, 'BZ', 'ferry', False, 'BZBZE', ''),
 ('Old Belize (Cucumber Beach) Marina', 17.4700, -88.2473, 'BZ', 'marina', False, None, ''),
 ('Big Creek Port', 16.5115, -88.4065, 'BZ', 'cargo', True, 'BZBGK', 'private deep-water port; bananas, citrus, fuel'),
 ('Commerce Bight Pier', 16.9420, -88.2290, 'BZ', 'cargo', False, None, 'south of Dangriga; approximate'),
 ('Dangriga', 16.9660, -88.2160, 'BZ', 'coastal', True, 'BZDGA', 'North Stann Creek mouth'),
 ('San Pedro (Ambergris Caye)', 17.9165, -87.9615, 'BZ', 'ferry', True, 'BZSPR', ''),
 ('Caye Caulker', 17.7425, -88.0235, 'BZ', 'ferry', False, 'BZCUK', ''),
 ('Corozal', 18.3905, -88.3865, 'BZ', 'ferry', None, 'BZCZH', 'port of entry not confirmed'),
 ('Sarteneja', 18.3560, -88.1440, 'BZ', 'fishing', False, None, ''),
 ('Consejo', 18.4530, -88.3050, 'BZ', 'coastal', False, None, 'opposite Chetumal'),
 ('Placencia', 16.5115, -88.3660, 'BZ', 'yacht', True, 'BZPLJ', 'clearance with Big Creek'),
 ('Harvest Caye cruise port', 16.4720, -88.3880, 'BZ', 'cruise', False, None, 'approximate'),
 ('Punta Gorda', 16.0985, -88.8020, 'BZ', 'ferry', True, 'BZPND', 'boats to Puerto Barrios and Livingston'),
 ('Hunting Caye immigration post', 16.1117, -88.2633, 'BZ', 'yacht', None, None, 'immigration, coast guard and port authority post; hours not known'),
 ('Hopkins / Sittee Point', 16.8080, -88.2620, 'BZ', 'marina', False, None, ''),
 ('Chetumal (Muelle Fiscal)', 18.4925, -88.2985, 'MX', 'ferry', True, None, ''), ('Xcalak', 18.2710, -87.8350, 'MX', 'coastal', None, None, ''),
 ('Costa Maya (Mahahual)', 18.7330, -87.6930, 'MX', 'cruise', True, None, ''), ('Livingston', 15.8270, -88.7500, 'GT', 'coastal', True, None, ''),
 ('Puerto Barrios', 15.7340, -88.6050, 'GT', 'cargo', True, 'GTPBR', ''), ('Santo Tomas de Castilla', 15.6960, -88.6200, 'GT', 'cargo', True, 'GTSTC', ''),
 ('Puerto Cortes', 15.8330, -87.9550, 'HN', 'cargo', True, 'HNPCR', ''), ('Tela', 15.7850, -87.4600, 'HN', 'coastal', False, None, ''),
 ('La Ceiba (Cabotaje)', 15.7930, -86.7620, 'HN', 'ferry', True, 'HNLCE', ''), ('Utila', 16.0950, -86.8950, 'HN', 'ferry', True, None, ''),
 ('Roatan (Coxen Hole)', 16.3150, -86.5400, 'HN', 'cruise', True, 'HNRTB', ''), ('Puerto Castilla / Trujillo', 16.0000, -85.9700, 'HN', 'cargo', True, 'HNPCA', '')]
slug = lambda s: re.sub('[^a-z0-9]+', '-', s.lower().replace("'", '')).strip('-')
OWN = {**CC0, 'source': 'own compilation', 'positionalAccuracyMetres': 500, 'note': 'Check before operational use.'}
write('ports', [({k: v for k, v in {'id': 'port-' + slug(n), 'name': n, 'country': c, 'type': t, 'portOfEntry': e, 'unlocode': u, 'note': o, 'positionalAccuracyMetres': 500}.items() if v not in (None, '')}, Point(lo, la)) for n, la, lo, c, t, e, u, o in PORTS], OWN)
DOCKS = [ # name, lat, lon, what is there, accuracy in metres; where boats ordinarily come from besides the ports
 ('Half Moon Caye', 17.2050, -87.5367, 'ranger station', 200), ('Long Caye (Lighthouse Reef)', 17.2070, -87.5944, 'resorts', 500),
 ('Northern Caye (Lighthouse Reef)', 17.4460, -87.5020, 'resort and strip, not always in use', 500), ('Blackbird Caye (Turneffe)', 17.3550, -87.8120, 'resort', 1000),
 ('Calabash Caye (Turneffe)', 17.2833, -87.8117, 'field station', 1000),
 ('Caye Bokel (Turneffe)', 17.1640, -87.9090, 'resort', 500), ("Northeast Caye (Glover's Reef)", 16.7635, -87.7722, 'resort', 500),
 ("Long Caye (Glover's Reef)", 16.7463, -87.7864, 'resort', 500), ("Middle Caye (Glover's Reef)", 16.7370, -87.8055, 'field station', 500),
 ("Southwest Caye (Glover's Reef)", 16.7114, -87.8470, 'resort', 500), ("St George's Caye", 17.5577, -88.0725, 'resorts', 500), ('Caye Chapel', 17.6943, -88.0418, 'resort', 500),
 ('Tobacco Caye', 16.8985, -88.0600, 'guest houses', 200), ('South Water Caye', 16.8130, -88.0820, 'resorts', 200), ('Carrie Bow Caye', 16.8029, -88.0821, 'field station', 200),
 ('Ranguana Caye', 16.3287, -88.1552, 'resort', 500), ('Laughing Bird Caye', 16.4434, -88.1973, 'ranger station', 500)]
write('docks', [({'id': 'dock-' + slug(n), 'name': n, 'country': 'BZ', 'kind': 'dock', 'note': o, 'positionalAccuracyMetres': a}, Point(lo, la)) for n, la, lo, o, a in DOCKS], OWN)
NAMES = [ # name, what else it is called, lat, lon, kind, accuracy in metres (of an atoll, how far from its middle it reaches); for finding what a sighting means
 ('Belize City', ['Belize Harbour', 'Ciudad de Belice'], 17.49, -88.18, 'harbour', 2500), ('Gladden Spit', ['Gladden'], 16.51, -87.96, 'reef', 1500), ("Glover's Reef", ['Glovers', 'Glover', 'Arrecife Glover'], 16.79, -87.8, 'atoll', 9000), ('Turneffe Atoll', ['Turneffe', 'Turneffe Islands'], 17.38, -87.85, 'atoll', 14000),
 ('Lighthouse Reef', ['Lighthouse'], 17.31, -87.53, 'atoll', 12000), ('Sapodilla Cayes', ['Sapodillas', 'Cayos Zapotillos'], 16.12, -88.255, 'cayes', 3000), ('Queen Cayes', ['Queens Cayes', 'Silk Cayes'], 16.45, -88.04, 'cayes', 1000),
 ('Snake Cayes', [], 16.2, -88.51, 'cayes', 5000), ('Great Blue Hole', ['Blue Hole'], 17.3157, -87.5346, 'feature', 500), ('Drowned Cayes', [], 17.47, -88.09, 'cayes', 5000),
 ('Calabash Caye', [], 17.2833, -87.8117, 'island', 1000), ('Monkey River', ['Monkey River Town'], 16.364, -88.486, 'mouth', 1000), ('Gales Point', ['Gales Point Manatee'], 17.183, -88.333, 'village', 2000),
 ('Mullins River', [], 17.1, -88.297, 'mouth', 2000), ('Punta Negra', [], 16.272, -88.547, 'village', 2500), ('Barranco', [], 16.001, -88.919, 'village', 1000),
 ('Rocky Point', [], 18.115, -87.823, 'headland', 1500), ('Sarstoon River', ['Sarstoon', 'Sarstun', 'Rio Sarstun'], 15.8968, -88.9143, 'mouth', 1000), ('Rio Hondo', ['Hondo River'], 18.487, -88.32, 'mouth', 1000),
 ('Caye Bokel', ['Bokel'], 17.164, -87.909, 'island', 700), ('Mauger Caye', ['Mauger'], 17.6064, -87.77, 'island', 700), ('Robinson Point', [], 17.367, -88.19, 'island', 2000)]
write('sea-names', [({'id': 'name-' + slug(n), 'name': n, 'aliases': al, 'kind': k, 'positionalAccuracyMetres': a}, Point(lo, la)) for n, al, la, lo, k, a in NAMES], {**OWN, 'compiled': '2026-11-25', 'positionalAccuracyMetres': 2000, 'note': 'Names that people use for places at sea, for finding what a sighting means. Check before operational use.'})
FEAT = [('Great Blue Hole', 17.3157, -87.5346, 'feature'), ('English Caye light and pilot boarding', 17.3270, -88.0420, 'light'), ('Eastern (English Caye) Channel entrance', 17.3170, -88.0150, 'pass'),
 ('Caye Caulker south channel', 17.7150, -88.0150, 'pass'), ('San Pedro cut', 17.9150, -87.9500, 'pass'), ('Hol Chan cut', 17.8640, -87.9725, 'pass'), ('Bacalar Chico', 18.1835, -87.8570, 'border channel'), ('Tobacco Caye entrance', 16.8950, -88.0560, 'pass'),
 ('South Water cut', 16.8200, -88.0780, 'pass'), ('Gladden Entrance', 16.5300, -87.9750, 'pass'), ('Queen Cayes entrance', 16.4400, -88.0450, 'pass'), ('Ranguana entrance', 16.3200, -88.1450, 'pass'), ('Half Moon Caye light', 17.2054, -87.5330, 'light'),
 ('Mauger Caye light (Turneffe north)', 17.6064, -87.7700, 'light'), ('Caye Bokel light (Turneffe south)', 17.1640, -87.9090, 'light'), ('Sandbore Caye light', 17.4640, -87.4880, 'light'), ('Hunting Caye light', 16.1117, -88.2633, 'light'),
 ('Fort George (Baron Bliss) light', 17.4937, -88.1810, 'light'), ('Rio Hondo mouth', 18.4870, -88.3200, 'border river'), ('Sarstoon River mouth', 15.8968, -88.9143, 'border river'), ('Port Honduras', 16.2100, -88.5000, 'area')]
write('sea-features', [({'id': 'sea-' + slug(n), 'name': n, 'kind': k, 'positionalAccuracyMetres': 1000 if k == 'pass' else 500}, Point(lo, la)) for n, la, lo, k in FEAT], OWN)
REEF = [('Barrier reef crest, north (schematic)', [(-87.828, 18.118), (-87.868, 18.060), (-87.905, 17.990), (-87.953, 17.916), (-87.975, 17.862), (-88.005, 17.800), (-87.997, 17.740), (-88.012, 17.690), (-88.030, 17.600), (-88.040, 17.490), (-88.030, 17.400), (-88.036, 17.327)]),
 ('Barrier reef crest, south (schematic)', [(-88.040, 17.305), (-88.040, 17.240), (-88.020, 17.090), (-88.015, 17.000), (-88.050, 16.900), (-88.075, 16.810), (-88.075, 16.700), (-88.020, 16.600), (-87.965, 16.510), (-88.035, 16.450), (-88.090, 16.400), (-88.150, 16.325), (-88.190, 16.230), (-88.215, 16.160), (-88.250, 16.105), (-88.290, 16.080)])]
write('reef', [({'id': slug(n), 'name': n, 'kind': 'reef-crest', 'positionalAccuracyMetres': 2000}, LineString(c)) for n, c in REEF], {**OWN, 'positionalAccuracyMetres': 2000, 'note': 'Drawn through cayes and towns that lie on the crest. Map decoration only: never a fence, never a baseline.'})
INLAND = [ # name, kind, middle line (lon, lat); water on which vessels go although the coast layer has land there
 ('Rio Dulce and Golfete', 'river', [(-88.752, 15.826), (-88.795, 15.790), (-88.830, 15.765), (-88.890, 15.745), (-88.950, 15.715), (-88.995, 15.660)]), ('Lake Izabal, north', 'lake', [(-88.995, 15.660), (-89.080, 15.610), (-89.180, 15.590), (-89.290, 15.540), (-89.380, 15.500)]),
 ('Lake Izabal, south', 'lake', [(-88.995, 15.660), (-89.040, 15.570), (-89.120, 15.530), (-89.210, 15.500), (-89.320, 15.465)]), ('Rio Hondo', 'river', [(-88.320, 18.487), (-88.395, 18.480), (-88.470, 18.440), (-88.530, 18.350), (-88.590, 18.240), (-88.650, 18.130), (-88.720, 18.030), (-88.840, 17.880)]),
 ('New River', 'river', [(-88.425, 18.370), (-88.470, 18.280), (-88.530, 18.170), (-88.560, 18.080), (-88.600, 17.960), (-88.630, 17.860), (-88.655, 17.760), (-88.680, 17.650)]), ('Belize River', 'river', [(-88.185, 17.497), (-88.225, 17.515), (-88.265, 17.545), (-88.310, 17.560), (-88.400, 17.570), (-88.470, 17.545), (-88.530, 17.560)]),
 ('Sibun River', 'river', [(-88.265, 17.430), (-88.330, 17.415), (-88.400, 17.390), (-88.470, 17.340)]), ('Northern and Southern Lagoon', 'lagoon', [(-88.325, 17.330), (-88.345, 17.280), (-88.345, 17.220), (-88.330, 17.170)]),
 ('Placencia Lagoon', 'lagoon', [(-88.385, 16.500), (-88.385, 16.550), (-88.370, 16.610), (-88.360, 16.660)]), ('Big Creek and Mango Creek', 'river', [(-88.395, 16.500), (-88.412, 16.512), (-88.425, 16.525), (-88.440, 16.535)]),
 ('Monkey River', 'river', [(-88.486, 16.364), (-88.520, 16.370), (-88.570, 16.400)]), ('Deep River', 'river', [(-88.620, 16.240), (-88.680, 16.270), (-88.730, 16.310)]), ('Rio Grande, Toledo', 'river', [(-88.760, 16.130), (-88.810, 16.170), (-88.870, 16.200)]),
 ('Moho River', 'river', [(-88.860, 16.060), (-88.910, 16.090), (-88.980, 16.110)]), ('Temash River', 'river', [(-88.925, 15.970), (-88.980, 15.980), (-89.050, 15.990)]), ('Sarstoon River', 'river', [(-88.914, 15.897), (-88.970, 15.900), (-89.050, 15.890), (-89.150, 15.885)]),
 ('Shipstern Lagoon', 'lagoon', [(-88.110, 18.180), (-88.110, 18.230), (-88.090, 18.270)]), ('Bacalar Lagoon', 'lagoon', [(-88.400, 18.580), (-88.395, 18.660), (-88.370, 18.760), (-88.330, 18.850), (-88.290, 18.920)]), ('Progresso Lagoon', 'lagoon', [(-88.425, 18.190), (-88.415, 18.240), (-88.400, 18.290)])]
write('inland-waters', [({'id': 'inland-' + slug(n), 'name': n, 'kind': k, 'positionalAccuracyMetres': 1500}, LineString(c)) for n, k, c in INLAND], {**OWN, 'compiled': '2026-11-25', 'positionalAccuracyMetres': 1500, 'note': 'Schematic middle lines of rivers and lagoons on which vessels go: a vessel within 2.5 km of one is not on land. Not for navigation.'})
rect = lambda w, s, e, n: Polygon([(w, s), (e, s), (e, n), (w, n)])
WATCH = [('Philip Goldson Highway, miles 35-55', 'air', rect(-88.50, 17.72, -88.36, 17.98), 'press: aircraft landings on the highway, 2008-09 and earlier'),
 ('Blue Creek and San Felipe farm strips, Orange Walk', 'air', rect(-89.05, 17.80, -88.72, 17.98), 'press: jet landings, latest read May 2021'),
 ('Little Belize and Progresso, Corozal', 'air', rect(-88.47, 18.12, -88.32, 18.28), 'press: unconfirmed'), ('Coastal Road and Manatee', 'air', rect(-88.55, 17.02, -88.30, 17.30), 'press: landing on the road, 2020'),
 ('Graham Creek, south Toledo', 'air', rect(-89.05, 15.92, -88.90, 16.10), 'press: February 2022'), ('Turneffe Atoll, east side', 'sea', rect(-87.95, 17.13, -87.70, 17.66), 'generic concern, no article read'),
 ('South coast, Placencia to Monkey River', 'sea', rect(-88.50, 16.28, -88.28, 16.62), 'generic concern; press: aircraft crash at sea east of Placencia, 2021')]
write('watch-areas', [({'id': 'watch-' + slug(n), 'name': n, 'domain': d, 'basis': b, 'positionalAccuracyMetres': 5000}, g) for n, d, g, b in WATCH], {**OWN, 'positionalAccuracyMetres': 5000, 'note': 'Coarse boxes around areas named in the press. Not intelligence, no statement about any owner or person.'})

# ---------------------------------------------------------------- 9 FIR boundary near Belize
FIRLINE = [(-90.5, 17.816667), (-89.15, 17.816667), (-89.15, 17.95), (-89.033333, 18.0), (-88.833333, 17.85), (-88.483333, 18.483333), (-88.316667, 18.483333), (-88.033333, 18.416667), (-88.033333, 18.15), (-87.75, 18.15), (-86.633333, 19.333333), (-86.475, 19.5)]
FM = {**CC0, 'source': 'own compilation: 1893 treaty points and boundary points published for air navigation, rounded to one minute', 'positionalAccuracyMetres': 2000, 'note': 'NOT FOR NAVIGATION. Only the 1893 treaty points were read in a primary text; the other vertices were not checked against AIP ENR 2.1. Clipped to the area; the east side of the Central American FIR lies outside it.'}
write('fir', [({'id': 'fir-mhcc', 'name': 'Central American FIR (CENAMER), part in the area', 'kind': 'FIR', 'belizeServiceCeilingFeet': 19500, 'note': 'not for navigation'}, Polygon(FIRLINE + [(-84.5, 19.5), (-84.5, 14.5), (-90.5, 14.5)])),
              ({'id': 'fir-boundary-mexico', 'name': 'Boundary Central American FIR / Mexico FIR (Merida)', 'kind': 'FIR-boundary', 'note': 'not for navigation'}, LineString(FIRLINE))], FM)

# ---------------------------------------------------------------- 10 routes: least-cost paths over water
def routes():
    from osgeo import gdal, ogr
    gdal.UseExceptions()
    land = utm(unary_union([g.intersection(box(-88.95, 15.65, -87.4, 18.6)) for _, g in osm + gs + hand])); res = 150
    x0, y0 = FW(-88.95, 15.65); x1, y1 = FW(-87.85, 18.6); nx, ny = int((x1 - x0) / res), int((y1 - y0) / res)
    def ras(g):
        ds = gdal.GetDriverByName('MEM').Create('', nx, ny, 1, gdal.GDT_Byte); ds.SetGeoTransform((x0, res, 0, y0 + ny * res, 0, -res))
        v = ogr.GetDriverByName('Memory').CreateDataSource('m'); ly = v.CreateLayer('a', None, ogr.wkbUnknown); f = ogr.Feature(ly.GetLayerDefn()); f.SetGeometry(ogr.CreateGeometryFromWkb(g.wkb)); ly.CreateFeature(f)
        gdal.RasterizeLayer(ds, [1], ly, burn_values=[1], options=['ALL_TOUCHED=TRUE']); return ds.ReadAsArray()
    hard, soft = ras(land), ras(land.buffer(450))
    def at(x, y):
        a, b = FW(x, y); c = (int((y0 + ny * res - b) / res), int((a - x0) / res))
        if not hard[c]: return c
        return min(((c[0] + i, c[1] + j) for i in range(-60, 61) for j in range(-60, 61) if 0 <= c[0] + i < ny and 0 <= c[1] + j < nx and not hard[c[0] + i, c[1] + j]), key=lambda d: math.hypot(d[0] - c[0], d[1] - c[1]))
    def path(a, b):
        s, t = at(*a), at(*b); cost = {s: 0}; prev = {}; q = [(0, s)]; done = set()
        while q:
            _, c = heapq.heappop(q)
            if c == t: break
            if c in done: continue
            done.add(c)
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    e = (c[0] + i, c[1] + j)
                    if e == c or not (0 <= e[0] < ny and 0 <= e[1] < nx) or hard[e]: continue
                    n = cost[c] + math.hypot(i, j) * (4 if soft[e] else 1)
                    if n < cost.get(e, 1e18): cost[e] = n; prev[e] = c; heapq.heappush(q, (n + math.hypot(e[0] - t[0], e[1] - t[1]), e))
        p = [t]
        while p[-1] != s: p.append(prev[p[-1]])
        return [(x0 + (c[1] + .5) * res, y0 + ny * res - (c[0] + .5) * res) for c in p[::-1]]
    WAYS = [('Belize City - Caye Caulker', 'water-taxi', [(-88.1850, 17.4950), (-88.0300, 17.7420)]), ('Caye Caulker - San Pedro', 'water-taxi', [(-88.0300, 17.7420), (-87.9720, 17.9150)]),
     ('San Pedro - Chetumal', 'water-taxi', [(-87.985, 17.9050), (-88.040, 18.10), (-88.05, 18.33), (-88.2985, 18.4900)]), ('Corozal - Sarteneja - San Pedro', 'water-taxi', [(-88.3860, 18.3880), (-88.1440, 18.3620), (-88.05, 18.33), (-88.04, 18.10), (-87.985, 17.905)]),
     ('Dangriga - Tobacco Caye', 'water-taxi', [(-88.2150, 16.9660), (-88.062, 16.898)]), ('Punta Gorda - Puerto Barrios', 'ferry', [(-88.8000, 16.0970), (-88.6060, 15.7360)]), ('Punta Gorda - Livingston', 'ferry', [(-88.8000, 16.0970), (-88.7480, 15.8300)]),
     ('Placencia - Puerto Cortes', 'ferry', [(-88.3700, 16.5050), (-88.3300, 16.3500), (-88.35, 16.02), (-87.9600, 15.8600)]), ('Belize City ship channel (Eastern Channel)', 'shipping', [(-88.1700, 17.4700), (-88.0950, 17.4000), (-88.0450, 17.3170), (-87.9900, 17.3050), (-87.9400, 17.0500)]),
     ('Big Creek approach via Gladden Entrance', 'shipping', [(-87.9300, 16.5350), (-87.9750, 16.5300), (-88.2500, 16.4300), (-88.3750, 16.4750)]), ('Inner Channel (coastwise)', 'coastal', [(-88.1500, 17.4300), (-88.2000, 17.1500), (-88.1850, 16.9500), (-88.2900, 16.5000), (-88.4200, 16.3300), (-88.7900, 16.0950)])]
    out = []
    for n, k, w in WAYS:
        l = LineString([c for a, b in zip(w, w[1:]) for c in path(a, b)])
        for tol in (400, 250, 150, 80, 30, 1):
            s = l.simplify(tol)
            if s.intersection(land).length < 1: break
        out.append(({'id': 'route-' + slug(n), 'name': n, 'kind': k, 'lengthNm': round(s.length / NM, 1), 'overLandMetres': round(s.intersection(land).length), 'positionalAccuracyMetres': 1500}, ll(s)))
    return out
write('routes', routes(), {**OSM, 'source': 'computed: least-cost paths over the water of the land layers', 'positionalAccuracyMetres': 1500, 'note': 'Schematic; for the map and for simulated traffic only.'})

# ---------------------------------------------------------------- 11 control points
LAND = [('Belize City centre', 17.4995, -88.1976), ('San Pedro airstrip', 17.9139, -87.9711), ('Caye Caulker village', 17.7366, -88.0276), ('Half Moon Caye', 17.2050, -87.5367), ('Belmopan', 17.2514, -88.7590), ('Dangriga town', 16.9697, -88.2331), ('Punta Gorda airstrip', 16.1024, -88.8083),
 ('Corozal town', 18.3938, -88.3905), ('Orange Walk', 18.0812, -88.5633), ('San Ignacio', 17.1588, -89.0696), ('Placencia airstrip', 16.5370, -88.3615), ('Hopkins', 16.8631, -88.2870), ('Sarteneja airstrip', 18.3561, -88.1308), ('Philip Goldson airport', 17.5399, -88.3036), ('Long Caye (Lighthouse)', 17.2070, -87.5944),
 ('Northern Caye (Lighthouse)', 17.446, -87.502), ('Blackbird Caye (Turneffe)', 17.355, -87.812), ('Caye Chapel', 17.6943, -88.0418), ('Chetumal city', 18.5036, -88.3053), ('Puerto Barrios', 15.7278, -88.5944), ('Xcalak village', 18.2713, -87.8375), ('Coxen Hole, Roatan', 16.3230, -86.5370), ('South Water Caye', 16.8130, -88.0820),
 ('Tobacco Caye', 16.8985, -88.0600), ('English Caye', 17.3270, -88.0420), ('Hunting Caye', 16.1117, -88.2633), ("Glover's Middle Caye", 16.7370, -87.8055), ('Ranguana Caye', 16.3287, -88.1552), ("St George's Caye", 17.5577, -88.0725), ('Sarteneja interior', 18.30, -88.20)]
DEPENDENT = {'Half Moon Caye', 'South Water Caye', 'Tobacco Caye', 'English Caye', 'Hunting Caye', "Glover's Middle Caye", 'Ranguana Caye', "St George's Caye", 'Caye Chapel'}
WATER = [('Blue Hole', 17.3157, -87.5346), ('Belize Harbour anchorage', 17.4700, -88.1600), ('Channel W of Caye Caulker', 17.7500, -88.1200), ('Belize City-Caye Caulker route', 17.6200, -88.1100), ('Eastern Channel', 17.3170, -88.0150), ('Gulf of Honduras', 16.1000, -88.5000), ('Amatique Bay', 15.8500, -88.7000), ('Chetumal Bay', 18.4200, -88.2000),
 ('Corozal Bay', 18.3650, -88.3000), ('E of San Pedro', 17.9200, -87.9000), ('Turneffe-Lighthouse', 17.3000, -87.7000), ('Turneffe-barrier reef', 17.4000, -88.0000), ('Inner Channel off Dangriga', 16.9500, -88.1500), ('Off Placencia', 16.5000, -88.3000), ('Off Gladden Spit', 16.5000, -87.9300), ('Off Port Honduras', 16.2500, -88.4600), ("Glover's lagoon", 16.8300, -87.7800),
 ("Barrier-Glover's", 16.8000, -87.9500), ('Cayman Trench', 17.0000, -86.5000), ('Roatan-mainland', 16.1000, -86.5000), ('NE of Ambergris', 18.1000, -87.7500), ('Sarstoon approaches', 15.9200, -88.8500), ('Turneffe central lagoon', 17.4000, -87.8800), ('Bacalar Chico offshore', 18.1900, -87.7800), ('Lighthouse lagoon', 17.3000, -87.5600)]
# name, lat, lon, in territorial sea (2019), in territorial sea (1992), in EEZ or territorial sea
ZONE = [('5 nm E of the Sapodilla Cayes', 16.11, -88.16, 1, 0, 1), ('7 nm off Punta Gorda', 16.06, -88.69, 1, 0, 1), ('10 nm E of Half Moon Caye', 17.205, -87.36, 1, 1, 1), ('15 nm E of Half Moon Caye', 17.205, -87.27, 0, 0, 1), ('Chetumal Bay, Belize side', 18.38, -88.15, 1, 1, 1), ('Chetumal Bay, Mexico side', 18.40, -88.02, 0, 0, 0),
 ('8 nm SE of Monkey River', 16.28, -88.38, 1, 1, 1), ("20 nm ESE of Glover's Reef", 16.70, -87.45, 0, 0, 1), ('6 nm SE of Ranguana Caye', 16.27, -88.08, 1, 0, 1)]
cp = [({'id': 'land-%d' % (i + 1), 'name': n, 'expect': 'land', 'independent': n not in DEPENDENT}, Point(x, y)) for i, (n, y, x) in enumerate(LAND)]
cp += [({'id': 'water-%d' % (i + 1), 'name': n, 'expect': 'water', 'independent': True}, Point(x, y)) for i, (n, y, x) in enumerate(WATER)]
cp += [({'id': 'zone-%d' % (i + 1), 'name': n, 'expect': 'zone', 'territorialSea': bool(a), 'territorialSea1992': bool(b), 'eezOrTerritorialSea': bool(c)}, Point(x, y)) for i, (n, y, x, a, b, c) in enumerate(ZONE)]
write('control-points', cp, {**CC0, 'source': 'own compilation', 'note': 'Test fixture. independent=false: the land polygon was placed at the same published position, so the pass proves only the reader.'})

# ---------------------------------------------------------------- 12 starter fences
TZ = 'America/Belize'
def fence(i, name, kind, prio, who, reason, g, floor=None, ceil=None, frm=None, to=None, acc=1000):
    return ({'id': i, 'name': name, 'kind': kind, 'priority': 'caution', 'appliesTo': 'any' if len(who) == 2 else who[0], 'floorFeet': floor, 'ceilingFeet': ceil, 'activeFrom': frm, 'activeTo': to, 'timezone': TZ, 'reason': reason, 'positionalAccuracyMetres': acc, 'official': False}, g)
def circle(la, lo, nm): return ll(utm(Point(lo, la)).buffer(nm * NM, resolution=8))
bzland = utm(unary_union([p for q, p in osm if q['iso3'] == 'BLZ']))
fts = MultiPolygon([Polygon(p.exterior) for p in polys(ll(big(ts.difference(osmland).buffer(0), 5e6).simplify(60))) if area(p) > 5])
airz = [Polygon(p.exterior) for p in polys(ll(ts.difference(osmland.difference(bzland)).union(bzland).buffer(120).buffer(-120).simplify(120))) if area(p) > 50]
airz = airz[0] if len(airz) == 1 else MultiPolygon(airz)
V, A, B = ['vessel'], ['aircraft'], ['vessel', 'aircraft']
F = [fence('territorial-sea', 'Belize territorial sea (computed)', 'territorial-sea', 30, V, 'Entry into and exit from the territorial sea (12 nm or median line; computed, not official)', fts, acc=1500),
 fence('airspace', 'Belize airspace below 19,500 ft (computed)', 'airspace', 30, A, 'Land and territorial sea of Belize up to the transition altitude of 19,500 ft', airz, 0, 19500, acc=1500),
 fence('night-low-level', 'Low flight over Belize at night', 'night-flight', 60, A, 'VFR flight at night needs an authorisation; fixed hours stand in for sunset + 30 min to sunrise - 30 min', ll(utm(airz).simplify(400)), 0, 5000, '18:45', '05:00', 1500),
 fence('north-border', 'North border, Bacalar Chico and Xcalak', 'border', 70, B, 'Traffic between Xcalak and Ambergris Caye close to the Mexican border', rect(-87.93, 18.10, -87.70, 18.24), 0, 5000),
 fence('chetumal-bay', 'Chetumal Bay crossing', 'border', 50, V, 'Traffic across the 1893 treaty line in Chetumal Bay', rect(-88.34, 18.36, -88.033, 18.47)),
 fence('south-border', 'South border, Sarstoon to Hunting Caye', 'border', 80, V, 'Traffic between the Sarstoon mouth, the Gulf of Honduras and the Sapodilla Cayes; area claimed by Guatemala, case before the ICJ', Polygon([(-88.92, 15.885), (-88.60, 15.965), (-88.20, 15.985), (-88.10, 16.10), (-88.20, 16.20), (-88.45, 16.12), (-88.78, 16.06), (-88.93, 15.94)])),
 fence('turneffe-east', 'Turneffe east side', 'landing-watch', 70, B, 'Slow or stopping craft and low aircraft on the east side of the atoll', rect(-87.87, 17.13, -87.68, 17.66), 0, 3000),
 fence('lighthouse', 'Lighthouse Reef approaches', 'landing-watch', 50, B, 'Outermost atoll; landings and drops', rect(-87.68, 17.08, -87.40, 17.54), 0, 3000),
 fence('south-coast', 'South coast, Placencia to Monkey River', 'landing-watch', 60, B, 'Landings by small craft on the south coast', rect(-88.50, 16.28, -88.28, 16.62), 0, 3000)]
for i, n, la, lo, r in [('english-caye', 'Eastern Channel (English Caye)', 17.317, -88.015, 2), ('caulker', 'Caye Caulker south channel', 17.715, -88.015, 1.2), ('san-pedro', 'San Pedro cut', 17.915, -87.950, 1.2), ('tobacco', 'Tobacco Caye entrance', 16.895, -88.056, 1.2),
                        ('gladden', 'Gladden Entrance', 16.530, -87.975, 2), ('queen-cayes', 'Queen Cayes entrance', 16.440, -88.045, 1.5), ('ranguana', 'Ranguana entrance', 16.320, -88.145, 1.5)]:
    F.append(fence('pass-' + i, 'Reef passage watch: ' + n, 'reef-passage', 40, V, 'Passage through the barrier reef at night by craft without an announced voyage', circle(la, lo, r), None, None, '18:30', '05:30'))
for i, n, la, lo, r, why in [('half-moon', 'Half Moon Caye Natural Monument (approximate)', 17.205, -87.535, 1.5, 'natural monument'), ('blue-hole', 'Blue Hole Natural Monument (approximate)', 17.3157, -87.5346, .5, 'natural monument'), ('laughing-bird', 'Laughing Bird Caye National Park (approximate)', 16.4434, -88.1973, 2, 'national park, no fishing'),
                             ('glovers-middle', "Glover's Reef, Middle Caye preservation area (approximate)", 16.737, -87.806, .5, 'preservation zone'), ('hol-chan', 'Hol Chan cut, no-take zone (approximate)', 17.864, -87.9725, .8, 'no-take zone'), ('gladden-spit', 'Gladden Spit spawning site (approximate)', 16.510, -87.960, 1, 'spawning aggregation site'),
                             ('sapodilla', 'Sapodilla Cayes, Nicholas to Lime Caye (approximate)', 16.110, -88.258, 1.2, 'conservation zone'), ('bacalar-chico', 'Bacalar Chico marine reserve, Rocky Point (approximate)', 18.115, -87.820, .8, 'spawning aggregation site')]:
    F.append(fence('reserve-' + i, n, 'marine-reserve-core', 50, V, 'Fishing or stopping inside a protected area (%s); circle stands in for the legal boundary' % why, circle(la, lo, r), acc=2000))
for n, d, g, b in WATCH:
    if d == 'air': F.append(fence('strip-' + slug(n), 'Strip watch: ' + n, 'strip-watch', 70, A, 'Low or landing aircraft away from a known aerodrome; ' + b, g, 0, 3000, None, None, 5000))
write('fences', F, {**OSM, 'source': 'territorial sea and airspace computed from land-osm, cayes-gshhg and cayes-hand; every other fence drawn by hand (CC0)', 'note': 'Starting set for an operator to edit. No fence is an official boundary. floorFeet/ceilingFeet null = not used; activeFrom/activeTo are local times, null = always; a window with activeFrom later than activeTo crosses midnight.'})
