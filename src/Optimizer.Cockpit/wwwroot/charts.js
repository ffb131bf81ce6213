// Draws the figures that lie in the page with uPlot; the table beside each chart says the same.
(() => {
  "use strict";
  const plots = new Map();
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const of = kind => colour({ good: "good", bad: "bad", soft: "soft", main: "accent", low: "accent", high: "accent" }[kind] || "accent");
  const written = unit => value => value === null || value === undefined ? "-"
    : unit === "percent" ? `${(100 * value).toLocaleString([], { maximumFractionDigits: 2 })} %` : value.toLocaleString([], { maximumSignificantDigits: 4 });

  function bands(figures) {
    return u => {
      const { ctx, bbox } = u;
      const y = value => Math.min(Math.max(u.valToPos(value, "y", true), bbox.top), bbox.top + bbox.height);
      ctx.save();
      for (const band of figures.bands) {
        const [top, bottom] = [band.to === null ? bbox.top : y(band.to), band.from === null ? bbox.top + bbox.height : y(band.from)];
        ctx.globalAlpha = 0.1;
        ctx.fillStyle = of(band.kind);
        ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
      }
      ctx.restore();
    };
  }

  function marks(figures) {
    return u => {
      const { ctx, bbox } = u;
      const ratio = devicePixelRatio || 1;
      ctx.save();
      ctx.font = `${11 * ratio}px system-ui, sans-serif`;
      ctx.lineWidth = ratio;
      ctx.setLineDash([4 * ratio, 4 * ratio]);
      for (const limit of figures.limits) {
        const at = u.valToPos(limit.at, "y", true);
        if (at < bbox.top || at > bbox.top + bbox.height) continue;
        ctx.strokeStyle = ctx.fillStyle = of(limit.kind);
        ctx.beginPath(); ctx.moveTo(bbox.left, at); ctx.lineTo(bbox.left + bbox.width, at); ctx.stroke();
        ctx.textAlign = "right";
        ctx.fillText(limit.name, bbox.left + bbox.width - 4 * ratio, at - 4 * ratio);
      }
      let row = 0;
      for (const event of figures.events) {
        const at = u.valToPos(event.at, "x", true);
        if (at < bbox.left || at > bbox.left + bbox.width) continue;
        ctx.strokeStyle = ctx.fillStyle = of(event.kind);
        ctx.beginPath(); ctx.moveTo(at, bbox.top); ctx.lineTo(at, bbox.top + bbox.height); ctx.stroke();
        ctx.textAlign = at > bbox.left + bbox.width / 2 ? "right" : "left";
        ctx.fillText(event.name, at + (ctx.textAlign === "left" ? 4 : -4) * ratio, bbox.top + (12 + 13 * (row++ % 4)) * ratio);
      }
      ctx.restore();
    };
  }

  function draw(place) {
    const source = document.getElementById(place.dataset.chart);
    if (!source || !window.uPlot) return;
    const known = plots.get(place);
    if (known && known.text === source.textContent) return;
    known?.plot.destroy();
    const figures = JSON.parse(source.textContent);
    const text = written(figures.unit);
    const edges = figures.lines.map((line, index) => [line.kind, index + 1]);
    const [low, high] = [edges.find(each => each[0] === "low"), edges.find(each => each[0] === "high")];
    const axis = { stroke: colour("soft"), grid: { stroke: colour("line"), width: 1 }, ticks: { stroke: colour("line") }, font: "12px system-ui, sans-serif" };
    place.hidden = false;
    const extra = figures.bands.flatMap(band => [band.from, band.to]).concat(figures.limits.map(limit => limit.at)).filter(each => each !== null);
    const plot = new uPlot({
      width: Math.max(280, place.clientWidth),
      height: 240,
      scales: { x: { time: figures.isTime }, y: { range: (_, least, most) => {
        const all = [least, most, ...extra].filter(each => each !== null && Number.isFinite(each));
        const [from, to] = [Math.min(...all), Math.max(...all)];
        const pad = (to - from || Math.abs(to) || 1) * 0.08;
        return [from - pad, to + pad];
      } } },
      axes: [axis, { ...axis, size: 64, values: (_, values) => values.map(text) }],
      series: [{ value: (_, value) => value === null ? "-" : figures.isTime ? new Date(value * 1000).toISOString().slice(0, 10) : value }].concat(figures.lines.map(line => ({
        label: line.name,
        stroke: of(line.kind),
        width: line.kind === "main" ? 2 : 1,
        dash: line.kind === "low" || line.kind === "high" || line.kind === "soft" ? [4, 3] : undefined,
        points: { show: figures.x.length < 40 },
        value: (_, value) => text(value),
      }))),
      bands: low && high ? [{ series: [high[1], low[1]], fill: `color-mix(in srgb, ${colour("accent")} 14%, transparent)` }] : [],
      hooks: { drawClear: [bands(figures)], draw: [marks(figures)] },
      legend: { live: true },
    }, [figures.x].concat(figures.lines.map(line => line.values)), place);
    plots.set(place, { plot, text: source.textContent });
  }

  function all() {
    for (const [place, { plot }] of plots) if (!place.isConnected) { plot.destroy(); plots.delete(place); }
    for (const place of document.querySelectorAll("[data-chart]")) draw(place);
  }

  function again() {
    for (const { plot } of plots.values()) plot.destroy();
    plots.clear();
    all();
  }

  all();
  document.addEventListener("cockpit:fresh", all);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  let resized = 0;
  addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(() => { for (const [place, { plot }] of plots) plot.setSize({ width: Math.max(280, place.clientWidth), height: 240 }); }, 150);
  });
})();
