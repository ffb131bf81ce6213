using Optimizer.Embedded;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Ports;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>Runs the samples on the embedded engine in virtual time and counts what they do, from their histories.</summary>
internal static class ScaleDays
{
    private const string Append = "AuditTrail.AppendAsync";

    // Those who answer in the simulation are no part of the product.
    private const string People = "SimulatedPerson";

    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <param name="plays">How many, the samples over and over, each round of them a site of its own.</param>
    /// <param name="weeks">Counted.</param>
    /// <param name="before">Weeks before them, that are not: at first no experiment runs.</param>
    /// <param name="policy">Of the sites.</param>
    /// <param name="folder">For the records; empty.</param>
    public static async Task<ScaleCount> RunAsync(int plays, int weeks, int before, string policy, string folder)
    {
        var (count, calls) = (new HistoryCount(People), new Dictionary<string, long>());
        await using var simulation = await Simulation.OpenAsync(new()
        {
            Around = world => Counted(world, calls),
            Folder = folder,
            Open = (options, registry, clock) => EmbeddedEngine.OpenAsync(options, registry, clock, null, null, store => new CountingStore(store, count)),
            People = new() { Seed = 1 },
            Plays = Sample.Many(plays),
            Policy = policy,
            Seed = 1,
            Start = Start,
        });
        await simulation.RunUntilAsync(7 * before);
        var (workflows, called) = (count.Workflows.ToDictionary(), calls.ToDictionary());
        await simulation.RunUntilAsync(7 * (before + weeks));
        var from = Start.AddDays(7 * before);
        var records = new Dictionary<DateTimeOffset, long>();
        await foreach (var record in simulation.Loop.World.Audit.ReadAsync(new(), default))
        {
            var minute = Minute(record.Entry.At);
            records[minute] = records.GetValueOrDefault(minute) + 1;
        }

        return new(plays, 7 * weeks)
        {
            Appends = calls.GetValueOrDefault(Append) - called.GetValueOrDefault(Append),
            Calls = calls.Where(each => each.Key != Append).Sum(each => each.Value) - called.Where(each => each.Key != Append).Sum(each => each.Value),
            Minutes = [.. count.Minutes.Where(each => each.At >= from).OrderBy(each => each.At).Select(each => (each.At, each.Tally, records.GetValueOrDefault(each.At)))],
            Records = records.Where(each => each.Key >= from).Sum(each => each.Value),
            Workflows = new SortedDictionary<string, Tally>(
                count.Workflows.ToDictionary(each => each.Key, each => each.Value - workflows.GetValueOrDefault(each.Key)), StringComparer.Ordinal),
        };
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    /// <summary>The ports behind which the host on Azure has tables and blobs; what vendors are asked is theirs.</summary>
    private static World Counted(World world, Dictionary<string, long> calls) => world with
    {
        Artifacts = CountingPort<IArtifactStore>.Around(world.Artifacts, calls),
        Audit = CountingPort<IAuditTrail>.Around(world.Audit, calls),
        Campaign = CountingPort<ICampaignRecord>.Around(world.Campaign, calls),
        Channel = CountingPort<IVariableChannel>.Around(world.Channel, calls),
        Flags = CountingPort<IFeatureFlags>.Around(world.Flags, calls),
        Issues = CountingPort<IIssueTracker>.Around(world.Issues, calls),
        Plays = CountingPort<IPlayStore>.Around(world.Plays, calls),
        Register = CountingPort<IExperimentRegister>.Around(world.Register, calls),
    };
}
