using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;

namespace Optimizer.Tests.Loops.Seeds;

/// <summary>Runs one seed and says which laws it broke.</summary>
internal static class SeedRun
{
    public static async Task<IReadOnlyList<string>> BrokenAsync(ulong seed, int weeks)
    {
        var plan = SeedPlan.Of(seed, weeks);
        await using var kit = await LoopKit.OpenAsync(plan.Options);
        await kit.RunAsync(7 * weeks);
        var facts = await FactsReader.ReadAsync(kit);
        return AllLaws.Broken(facts);
    }
}
