using System.Text.Json.Nodes;

namespace Optimizer.Standalone.Ledger;

/// <summary>An import, for machines.</summary>
internal static class ImportJson
{
    public static JsonObject Of(ImportReport report)
    {
        var codes = new JsonObject();
        foreach (var (code, rows) in report.Count.ByCode)
        {
            codes[code] = rows;
        }

        return new()
        {
            ["file"] = report.File,
            ["rows"] = report.Count.Rows,
            ["accepted"] = report.Count.Accepted,
            ["duplicates"] = report.Count.Duplicates,
            ["quarantined"] = report.Count.Quarantined,
            ["byCode"] = codes,
            ["examples"] = new JsonArray([.. report.Count.Examples.Select(why => (JsonNode)why)]),
            ["opened"] = new JsonArray([.. report.Opened.Select(id => (JsonNode)id)]),
            ["seconds"] = Math.Round(report.Took.TotalSeconds, 3),
            ["eventsPerSecond"] = Math.Round(report.RowsPerSecond),
            ["fault"] = report.Fault,
        };
    }
}
