using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>Tables in our own style: they scroll in their own frame, and numbers stand to the right by a class, as the pages allow no inline style.</summary>
internal sealed class ReportTables : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"scroll\" tabindex=\"0\"><table>");
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
                Write(renderer, cell, row.IsHeader, column < obj.ColumnDefinitions.Count && obj.ColumnDefinitions[column].Alignment == TableColumnAlign.Right);
            }

            renderer.WriteLine(row.IsHeader ? "</tr></thead>" : "</tr>");
        }

        renderer.WriteLine(inBody ? "</tbody></table></div>" : "</table></div>");
    }

    private static void Write(HtmlRenderer renderer, TableCell cell, bool isHeader, bool isNumber)
    {
        renderer.Write(isHeader ? "<th scope=\"col\"" : "<td").Write(isNumber ? " class=\"number\">" : ">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.Write(isHeader ? "</th>" : "</td>");
    }
}
