using Optimizer.Cockpit.Mcp;
using Optimizer.Connectors.Files;
using Optimizer.Standalone.Policies;

namespace Optimizer.Standalone.Backtests;

/// <summary>Backtests of texts that an assistant hands over: it is given no way to read files of this machine.</summary>
internal sealed class BacktestsOfTexts : IBacktests
{
    public async Task<ToolReply> RunAsync(string definition, string? policy, string figures, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-backtest-");
        try
        {
            var (play, kpi, rules) = (Path.Combine(folder.FullName, "play.yaml"), Path.Combine(folder.FullName, "figures.csv"), Path.Combine(folder.FullName, "policy.yaml"));
            await File.WriteAllTextAsync(play, definition, cancellationToken);
            await File.WriteAllTextAsync(kpi, figures, cancellationToken);
            if (policy is not null)
            {
                await File.WriteAllTextAsync(rules, policy, cancellationToken);
            }

            var files = new BacktestFiles(play, kpi) { Columns = new() { Control = "control", Metric = "", Variant = "" }, Policy = policy is null ? null : rules };
            var report = await Backtest.RunAsync(files.Read(), _ => { }, cancellationToken);
            return new(200, BacktestJson.Of(report), "");
        }
        catch (Exception fault) when (fault is FileFaultException or PolicyReadException)
        {
            // Where it was put for the moment is nobody's business.
            return new(422, new System.Text.Json.Nodes.JsonObject
            {
                ["code"] = "invalid",
                ["detail"] = fault.Message.Replace(folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
            }, "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
