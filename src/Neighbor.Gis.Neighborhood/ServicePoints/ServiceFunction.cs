namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>服务功能 1+6+X. What a resident can get at a service point.</summary>
public enum ServiceFunction
{
    /// <summary>党建引领, the core.</summary>
    Party,

    /// <summary>老有所养.</summary>
    Elderly,

    /// <summary>幼有所育.</summary>
    Childcare,

    /// <summary>病有所医.</summary>
    Medical,

    /// <summary>食有所安.</summary>
    Food,

    /// <summary>居有所乐: living and culture.</summary>
    Culture,

    /// <summary>事有所办: government affairs.</summary>
    Affairs,

    /// <summary>X: 平安, police and safety.</summary>
    Safety,

    /// <summary>X: 教育, schools.</summary>
    Education,

    /// <summary>X: 暖新驿站, rest for couriers, cleaners and drivers.</summary>
    Rest,
}
