namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>服务点类型. What stands there.</summary>
public enum ServicePointKind
{
    /// <summary>Not one of the kinds below.</summary>
    Other,

    /// <summary>邻里中心站点: the house of a neighbour centre, or one of its sites.</summary>
    CenterSite,

    /// <summary>幼儿园、托育.</summary>
    Kindergarten,

    /// <summary>学校.</summary>
    School,

    /// <summary>警务室、派出所.</summary>
    PoliceRoom,

    /// <summary>卫生服务站、诊所.</summary>
    Clinic,

    /// <summary>医院.</summary>
    Hospital,

    /// <summary>药店.</summary>
    Pharmacy,

    /// <summary>日间照料中心、养老院.</summary>
    ElderCare,

    /// <summary>社区食堂.</summary>
    Canteen,

    /// <summary>菜市场、超市.</summary>
    Market,

    /// <summary>党群服务驿站.</summary>
    Station,

    /// <summary>邻里会客厅、文化活动站.</summary>
    Lounge,

    /// <summary>图书馆、书屋.</summary>
    Library,

    /// <summary>政务、便民服务点.</summary>
    ServiceDesk,

    /// <summary>银行、邮政网点.</summary>
    BankOrPost,

    /// <summary>运动场地.</summary>
    SportsGround,
}
