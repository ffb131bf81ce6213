namespace Optimizer.Domain.Guardrails;

/// <summary>One experiment per page at a time, whatever play it belongs to (C01, S3-064).</summary>
public static class PageActiveRule
{
    public const string Code = "page_active_limit";
    public const string Key = "page.max_active";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.IsStart && asked.Policy.Page is { } page
            ? ActiveCap.Judge(
                asked, Code, Key, $"on page {page}",
                asked.OnSite.Where(past => past.Page is { } other && PagePattern.Overlap(page, other)), asked.Policy.PageMaxActive)
            : null;
    }
}
