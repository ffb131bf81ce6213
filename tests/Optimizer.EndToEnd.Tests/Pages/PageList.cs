using Optimizer.EndToEnd.Tests.World;

namespace Optimizer.EndToEnd.Tests.Pages;

/// <summary>Every page there is, with something on it.</summary>
internal static class PageList
{
    /// <summary>Names and addresses; those of single objects are looked up.</summary>
    public static async Task<IReadOnlyList<(string Name, string Path)>> OfAsync(ServedWorld world)
    {
        var asked = await FirstAsync("/api/approvals", "id");
        var play = await FirstAsync("/api/plays", "id");
        var experiment = await FirstAsync("/api/experiments", "id");
        return
        [
            ("today", "/"),
            ("approvals", "/approvals"),
            ("approval", $"/approvals/{asked}"),
            ("activity", "/activity"),
            ("record", "/activity/1"),
            ("plays", "/plays"),
            ("play", $"/plays/{play}"),
            ("play-sick", $"/plays/{ServedWorld.Sick}"),
            ("experiments", "/experiments"),
            ("experiment", $"/experiments/{experiment}"),
            ("ask", "/ask"),
            ("answer", "/ask?q=what+are+you+waiting+for%3F"),
            ("reports", "/reports"),
            ("brief", "/reports/briefs/2026-W04/portfolio.md"),
            ("playbook", "/playbook"),
            ("policy", "/policy"),
            ("policy-play", $"/policy?play={play}"),
            ("backtests", "/backtests"),
            ("ledger", "/ledger"),
            ("health", "/health"),
            ("settings", "/settings"),
        ];

        async Task<string> FirstAsync(string path, string name) =>
            (await world.GetAsync(path)).GetProperty("items").EnumerateArray().First().GetProperty(name).GetString()!;
    }
}
