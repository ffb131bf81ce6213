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
        ];

        async Task<string> FirstAsync(string path, string name) =>
            (await world.GetAsync(path)).GetProperty("items").EnumerateArray().First().GetProperty(name).GetString()!;
    }
}
