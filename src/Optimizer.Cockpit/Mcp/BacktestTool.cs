namespace Optimizer.Cockpit.Mcp;

/// <summary>The loop over recorded history, before it may touch anything.</summary>
internal static class BacktestTool
{
    public const string Name = "backtest_report";

    private const int LongestFigures = 256 * 1024;

    public static ServedTool Served { get; } = new(
        Name, "Runs the loop over recorded figures, under the policy in force: what it would have flagged, proposed, asked and decided, day by day. Nothing is changed or kept.", RunAsync)
    {
        Fields =
        [
            new("play", FieldType.Id, "Slug of the play whose definition is used.") { IsRequired = true },
            new("figures", FieldType.Text, "CSV with a header and a row a day: a date and the play's goal, at least eight weeks of it.") { IsRequired = true, Longest = LongestFigures },
        ],
    };

    private static async Task<ToolAnswer> RunAsync(ToolCall call)
    {
        var definition = await call.GetAsync($"/api/plays/{call.Segment("play")}/definition");
        if (!definition.IsOk)
        {
            return new(definition);
        }

        var policy = await call.GetAsync("/api/policy");
        return policy.IsOk
            ? new(await call.Backtests!.RunAsync(definition.Text, (string?)policy.Body?["text"] is { Length: > 0 } text ? text : null, call.Text("figures")!, call.Stop), "/backtests")
            : new(policy);
    }
}
