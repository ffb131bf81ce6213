using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>Tables in our own style: rows become cards on a phone, and numbers stand to the right by a class, as the pages allow no inline style.</summary>
internal sealed class ReportTables : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"scroll\"><table class=\"cards\">");
        var names = obj.OfType<TableRow>().Where(row => row.IsHeader).SelectMany(row => row.OfType<TableCell>()).Select(Name).ToList();
        var inBody = false;
        foreach (var row in obj.OfType<TableRow>())
        {
            if (!row.IsHeader && !inBody)
            {
                renderer.WriteLine("<tbody>");
                inBody = true;
            }

            renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
            foreach (var (column, cell) in row.OfType<TableCell>().Index())
            {
                var isNumber = column < obj.ColumnDefinitions.Count && obj.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;
                Write(renderer, cell, row.IsHeader ? null : names.ElementAtOrDefault(column) ?? "", isNumber);
            }

            renderer.WriteLine(row.IsHeader ? "</tr></thead>" : "</tr>");
        }

        renderer.WriteLine(inBody ? "</tbody></table></div>" : "</table></div>");
    }

    /// <param name="renderer">Where.</param>
    /// <param name="cell">Which.</param>
    /// <param name="name">Of its column; null for a cell of the head.</param>
    /// <param name="isNumber">Whether it stands to the right.</param>
    private static void Write(HtmlRenderer renderer, TableCell cell, string? name, bool isNumber)
    {
        renderer.Write(name is null ? "<th scope=\"col\"" : "<td");
        if (isNumber)
        {
            renderer.Write(" class=\"number\"");
        }

        if (name is not null)
        {
            renderer.Write(" data-name=\"").WriteEscape(name).Write('"');
        }

        // One element in all, so that a phone can set it beside the column's name.
        renderer.Write("><span>");
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = before;
        renderer.Write(name is null ? "</span></th>" : "</span></td>");
    }

    private static string Name(TableCell cell) => string.Concat(cell.Descendants<LiteralInline>().Select(part => part.Content.ToString()));
}
