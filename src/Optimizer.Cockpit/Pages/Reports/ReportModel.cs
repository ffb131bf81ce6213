namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>One page of Markdown, or a folder of them.</summary>
public sealed record ReportModel
{
    /// <summary>Among the artifacts.</summary>
    public required string Path { get; init; }

    /// <summary>The page; null for a folder.</summary>
    public ReportText? Text { get; init; }

    /// <summary>Paths of the folder's pages, in order, as many as fit; empty for a page.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Address of the folder's next items; null when there are none.</summary>
    public string? Next { get; init; }

    /// <summary>What was searched for in the folder; empty for all.</summary>
    public string Search { get; init; } = "";

    /// <summary>The same page of the week before; null when there is none.</summary>
    public string? Earlier { get; init; }

    /// <summary>The same page of the week after; null when there is none.</summary>
    public string? Later { get; init; }

    /// <summary>Where the thing that it is about is shown live, and what that is called; null when it is about none.</summary>
    public (string Href, string Name)? Live { get; init; }
}
