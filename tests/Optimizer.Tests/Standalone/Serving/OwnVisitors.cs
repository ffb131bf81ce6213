using System.Globalization;
using Optimizer.Domain.Experiments;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Tests.Standalone.Serving;

/// <summary>
/// Visitors of one experiment: asked for their variant, they look, and some of them buy; of each variant exactly the share that a scene
/// says. Remembers what was sent, so that every number can be made again from it.
/// </summary>
/// <param name="host">Where they are sent.</param>
/// <param name="experiment">Its id.</param>
/// <param name="rates">Share that buys, control first.</param>
internal sealed class OwnVisitors(OwnHost host, string experiment, params double[] rates)
{
    private const int PerDay = 500;
    private const int OverHttp = 4;
    private static readonly string[] Names = ["control", "variant"];

    private readonly List<Visit> _visits = [];
    private readonly int[] _met = [0, 0];

    /// <summary>One visitor.</summary>
    private sealed record Visit(DateOnly Day, string Unit, int Variant, decimal? Paid);

    /// <summary>A day's visitors, now: first their variants, then what they did, then the same once more as a sender does that got no answer.</summary>
    public async Task ComeAsync()
    {
        var now = host.Clock.GetUtcNow();
        var units = Enumerable.Range(0, PerDay).Select(i => string.Create(CultureInfo.InvariantCulture, $"visitor-{now:MMdd}-{i}")).ToList();
        var rule = new LedgerAssignment(host.Live.Ledger);
        var today = new List<Visit>();
        var variants = await Task.WhenAll(units.Skip(OverHttp).Select(async unit => ((Assignment.Assigned)(await rule.AssignAsync(experiment, unit, now, default))!.Assignment).VariantIndex));
        foreach (var unit in units.Take(OverHttp))
        {
            today.Add(Met(now, unit, await AskAsync(unit)));
        }

        today.AddRange(units.Skip(OverHttp).Zip(variants, (unit, variant) => Met(now, unit, variant)));
        _visits.AddRange(today);
        var batch = Batch(today, now);
        var (first, again) = (await host.PostAsync("/api/events", batch), await host.PostAsync("/api/events", batch));
        var count = today.Count + today.Count(visit => visit.Paid is not null);
        Assert.Equal((200, count, 0), (first.Status, first.Json.GetProperty("accepted").GetInt32(), first.Json.GetProperty("quarantined").GetInt32()));
        Assert.Equal((0, count), (again.Json.GetProperty("accepted").GetInt32(), again.Json.GetProperty("duplicates").GetInt32()));
    }

    /// <summary>What the visitors of each day and variant did, made from what was sent.</summary>
    public IReadOnlyList<(DateOnly Day, GroupCount[] Purchases, GroupCount[] Revenue)> Recomputed() =>
        [.. _visits.GroupBy(visit => visit.Day).OrderBy(day => day.Key).Select(day => (day.Key, Groups(day, Bought), Groups(day, Paid)))];

    /// <summary>Dollars of a variant.</summary>
    public decimal Revenue(int variant) => _visits.Where(visit => visit.Variant == variant).Sum(visit => visit.Paid ?? 0);

    private async Task<int> AskAsync(string unit)
    {
        var path = $"/api/assignments?experiment={experiment}&unit={unit}";
        var (first, again) = ((await host.GetAsync(path)).Json, (await host.GetAsync(path)).Json);
        Assert.True(first.GetProperty("isAssigned").GetBoolean());
        Assert.Equal(first.GetRawText(), again.GetRawText());
        var index = first.GetProperty("index").GetInt32();
        Assert.Equal(Names[index], first.GetProperty("variant").GetString());
        Assert.Equal(index == 0, first.GetProperty("setting").GetProperty("value").ToString() == "as before");
        return index;
    }

    private Visit Met(DateTimeOffset now, string unit, int variant)
    {
        var before = _met[variant]++;
        var buys = Math.Floor((before + 1) * rates[variant]) > Math.Floor(before * rates[variant]);
        return new(DateOnly.FromDateTime(now.UtcDateTime), unit, variant, buys ? 20.25m + (before % 5) : null);
    }

    private string Batch(IReadOnlyList<Visit> visits, DateTimeOffset now)
    {
        var at = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var views = visits.Select(visit => Event(visit, "view", at, ""));
        var purchases = visits.Where(visit => visit.Paid is not null)
            .Select(visit => Event(visit, "purchase", at, string.Create(CultureInfo.InvariantCulture, $""", "value": {visit.Paid}""")));
        return $"[{string.Join(",\n", views.Concat(purchases))}]";
    }

    private string Event(Visit visit, string name, string at, string value) =>
        $$"""{"id": "{{visit.Unit}}-{{name}}", "ts": "{{at}}", "exp_id": "{{experiment}}", "variant": "{{Names[visit.Variant]}}", "event": "{{name}}", "session_id": "{{visit.Unit}}"{{value}}}""";

    private static GroupCount[] Groups(IEnumerable<Visit> day, Func<Visit, double> amount)
    {
        var all = day.ToList();
        return [.. Names.Select((_, variant) =>
        {
            var values = all.Where(visit => visit.Variant == variant).Select(amount).ToList();
            return new GroupCount(values.Count, values.Sum(), values.Sum(value => value * value), values.Count(value => value > 0));
        })];
    }

    private static double Bought(Visit visit) => visit.Paid is null ? 0 : 1;

    private static double Paid(Visit visit) => (double)(visit.Paid ?? 0);
}
