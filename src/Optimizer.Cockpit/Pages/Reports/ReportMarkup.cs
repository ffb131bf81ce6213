using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>
/// Renders the Markdown that the loop writes. What it says comes from people, files and models: HTML in it is shown as text, a picture as its
/// words, and a link leads to a page of ours, to http or https, or nowhere.
/// </summary>
internal static class ReportMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="path">Of the page among the artifacts: links are relative to it.</param>
    /// <param name="text">Markdown.</param>
    public static ReportText Of(string path, string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        var title = TakeTitle(document);
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => heading.Level == 1))
        {
            heading.Level = 2;
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Bind(link, path);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => link.IsEmail || !IsWeb(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(each => each is HtmlTableRenderer);
        renderer.ObjectRenderers.Insert(0, new ReportTables());
        renderer.Render(document);
        return new(title, new(html.ToString()));
    }

    /// <summary>Where a link of a page leads; null when it may lead nowhere.</summary>
    /// <param name="path">Of the page.</param>
    /// <param name="url">As it stands there.</param>
    public static string? Target(string path, string url)
    {
        if (IsWeb(url) || url is ['/', not ('/' or '\\'), ..])
        {
            return url;
        }

        var (file, part) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (url[..hash], url[hash..]) : (url, "");
        var steps = path.Split('/')[..^1].ToList();
        foreach (var step in file.Split('/').Select(Uri.UnescapeDataString))
        {
            if (step == "..")
            {
                if (steps.Count == 0)
                {
                    return null;
                }

                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps) is var target && file.Length > 0 && ArtifactPath.IsInside(target) ? Shell.Href.Report(target) + part : null;
    }

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static string TakeTitle(MarkdownDocument document)
    {
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1, Inline: { } said } first)
        {
            return "";
        }

        var title = string.Concat(said.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        }));
        document.Remove(first);
        return title;
    }

    private static void Bind(LinkInline link, string path)
    {
        if (!link.IsImage && Target(path, link.Url ?? "") is { } target)
        {
            link.Url = target;
            link.Title = null;
            if (IsWeb(target))
            {
                link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
            }

            return;
        }

        // What it says stays; a picture would be fetched from wherever it says.
        var words = new ContainerInline();
        link.TransferChildrenTo(words);
        link.ReplaceBy(words, copyChildren: false);
    }
}
