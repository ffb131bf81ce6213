namespace Optimizer.Cockpit.Mcp;

/// <summary>Every tool there is.</summary>
internal static class AllTools
{
    public static IReadOnlyList<ServedTool> InOrder { get; } = [.. ReadTools.All, BacktestTool.Served, .. ProposeTools.All];

    /// <summary>Whether it is the name of a tool.</summary>
    public static bool Has(string name) => InOrder.Any(tool => tool.Name == name);
}
